namespace Betamax.Recording.Modes;

/// <summary>The environment variable that overrides the record mode of every cassette of a process.</summary>
internal static class RecordModeVariable
{
    public const string Name = "BETAMAX_RECORD_MODE";

    /// <summary>Parses a value of the variable; the result is <see langword="null"/> if it is not set or empty.</summary>
    /// <exception cref="BetamaxException">It is not the name of a mode.</exception>
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
