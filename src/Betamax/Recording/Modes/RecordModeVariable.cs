using System.IO.Enumeration;

namespace Betamax.Recording.Modes;

/// <summary>
/// The environment variable that overrides the record mode: <c>none</c> for every cassette of a process, <c>rewrite:github/*</c>
/// for those whose name fits a pattern. Several are separated by semicolons, and the first that fits counts.
/// </summary>
internal static class RecordModeVariable
{
    public const string Name = "BETAMAX_RECORD_MODE";

    /// <summary>The mode that the environment sets for a cassette; <see langword="null"/> if it sets none.</summary>
    /// <param name="cassette">The cassette's name; <see langword="null"/> = there is no cassette, so that no pattern fits.</param>
    /// <exception cref="BetamaxException">The variable is malformed.</exception>
    public static RecordMode? Read(string? cassette) => Find(Environment.GetEnvironmentVariable(Name), cassette);

    /// <summary>The mode that a value of the variable sets for a cassette; <see langword="null"/> if it sets none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="cassette">The cassette's name, as for <see cref="Read"/>.</param>
    /// <exception cref="BetamaxException">The value is malformed, in any of its parts.</exception>
    public static RecordMode? Find(string? value, string? cassette)
    {
        RecordMode? found = null;
        foreach (var part in (value ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var pattern = colon < 0 ? null : part[(colon + 1)..].Trim();
            var mode = ParseMode(colon < 0 ? part : part[..colon].TrimEnd());
            if (mode is null || pattern is "")
            {
                throw Malformed(part);
            }

            if (found is null && (pattern is null || Fits(pattern, cassette)))
            {
                found = mode;
            }
        }

        return found;
    }

    private static bool Fits(string pattern, string? cassette) =>
        cassette is not null && FileSystemName.MatchesSimpleExpression(pattern, cassette.Replace('\\', '/'), ignoreCase: true);

    private static RecordMode? ParseMode(string name) => name.ToLowerInvariant() switch
    {
        "once" => RecordMode.Once,
        "new_episodes" => RecordMode.NewEpisodes,
        "none" => RecordMode.None,
        "all" => RecordMode.All,
        "rewrite" => RecordMode.Rewrite,
        _ => null,
    };

    private static BetamaxException Malformed(string part) => new($"""
        The environment variable {Name} holds '{part}'. It must be one of once, new_episodes, none, all and rewrite, or not set.
        A mode for some cassettes only has a pattern behind it: rewrite:github/*. Several are separated by semicolons, and the first
        that fits the name of a cassette counts: rewrite:github/*;none.
        """);
}
