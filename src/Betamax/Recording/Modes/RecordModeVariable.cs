namespace Betamax.Recording.Modes;

/// <summary>The environment variable that overrides the record mode of every cassette of a process.</summary>
internal static class RecordModeVariable
{
    public const string Name = "BETAMAX_RECORD_MODE";

    /// <summary>The mode that a value of the variable names; <see langword="null"/> where it is not set.</summary>
    /// <exception cref="BetamaxException">It names no mode.</exception>
    public static RecordMode? Parse(string? value) => value?.ToLowerInvariant() switch
    {
        null or "" => null,
        "once" => RecordMode.Once,
        "new_episodes" => RecordMode.NewEpisodes,
        "none" => RecordMode.None,
        "all" => RecordMode.All,
        _ => throw new BetamaxException(
            $"The environment variable {Name} is '{value}'. It must be one of once, new_episodes, none and all, or not set."),
    };
}
