namespace Betamax.Tests.Formats;

/// <summary>
/// Cassettes of public projects, if they are available: in the folder that <c>BETAMAX_CASSETTES</c> names, or in
/// <c>shared/cassettes</c> next to the checkout.
/// </summary>
internal static class RealCassettes
{
    /// <summary>Gets their paths, or skips the test if there are none.</summary>
    public static IReadOnlyList<string> Find()
    {
        var paths = FindIfAny();
        Assert.SkipWhen(paths is null, "There is no folder shared/cassettes beside the checkout, and BETAMAX_CASSETTES is not set.");
        Assert.NotEmpty(paths!);
        return paths!;
    }

    /// <summary>Gets their paths; <see langword="null"/> if there is no such folder.</summary>
    public static IReadOnlyList<string>? FindIfAny() =>
        (Environment.GetEnvironmentVariable("BETAMAX_CASSETTES") is { Length: > 0 } named ? named : Beside()) is { } folder
            ? Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories)
            : null;

    private static string? Beside()
    {
        for (var folder = Directory.GetParent(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Betamax.slnx")))
            {
                var beside = Path.Combine(folder.FullName, "..", "shared", "cassettes");
                return Directory.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}
