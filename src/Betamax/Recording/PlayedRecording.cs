namespace Betamax.Recording;

/// <summary>A recording that is played.</summary>
/// <param name="Index">Its position among the cassette's interactions.</param>
/// <param name="Interaction">The interaction, with the real values in place of placeholders.</param>
internal readonly record struct PlayedRecording(int Index, Interaction Interaction);
