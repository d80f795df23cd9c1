#pragma warning disable IDE0007, IDE0011 // Examples name their types and stay short.

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/cassette-format.md. They are compiled.</summary>
internal static class CassetteFormatExamples
{
    public static void Data()
    {
        Cassette cassette = Cassette.Load("old.json");
        var successes = cassette.Interactions.Where(interaction => interaction.Response.StatusCode < 400);
        new Cassette(successes).Save("new.json");
    }
}
