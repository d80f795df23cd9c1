using Betamax;

namespace Quickstart;

/// <summary>Prints the report: plain text that fits into 100 columns.</summary>
internal static class Report
{
    private static readonly TextTable Table = new(
        new Column("request", MaxWidth: 40),
        new Column("status", MaxWidth: 20),
        new Column("size", IsRight: true),
        new Column("live", IsRight: true),
        new Column("played", IsRight: true),
        new Column("from"),
        new Column("equal"));

    public static void Title() => Console.WriteLine("\nBetamax quickstart\n");

    public static void Step(string name, string what) => Console.WriteLine($"  {name,-8}{what}");

    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    public static void Results(IReadOnlyList<Comparison> comparisons, Recorder player, bool networkIsGone)
    {
        Console.WriteLine();
        Table.Write([.. comparisons.Select(comparison => Row(comparison, player))]);
        Console.WriteLine();
        WriteDifferences(comparisons);
        WriteSum(comparisons, networkIsGone);
        WriteRedacted(comparisons);
        WriteCassette(comparisons.Count, player);
    }

    private static Row Row(Comparison comparison, Recorder player) => new(
        [
            comparison.Call.Name + Redirect(comparison),
            $"{comparison.Played.Status} {comparison.Played.Reason}",
            Units.Size(comparison.Played.Body.Length),
            Units.Time(comparison.Live.Time),
            Units.Time(comparison.Played.Time),
            player.IsRecording ? "network" : "cassette",
            !comparison.IsEqual ? "NO" : comparison.Redacted.Count > 0 ? "yes, redacted" : "yes",
        ],
        comparison.IsEqual ? null : ConsoleColor.Red);

    private static string Redirect(Comparison comparison)
    {
        var (requested, final) = (comparison.Call.Uri, comparison.Played.FinalUri);
        return requested == final ? "" : requested.Authority == final.Authority ? $" -> {final.PathAndQuery}" : $" -> {final}";
    }

    private static void WriteDifferences(IReadOnlyList<Comparison> comparisons)
    {
        foreach (var comparison in comparisons.Where(comparison => !comparison.IsEqual))
        {
            Ink.WriteLine(ConsoleColor.Red, $"  {comparison.Call.Name}");
            foreach (var difference in comparison.Differences)
            {
                Console.WriteLine($"    {difference.ReplaceLineEndings(" | ")}");
            }

            Console.WriteLine();
        }
    }

    private static void WriteSum(IReadOnlyList<Comparison> comparisons, bool networkIsGone)
    {
        var equal = comparisons.Count(comparison => comparison.IsEqual);
        var answers = comparisons.Count == 1 ? "played answer is equal to the live one" : "played answers are equal to the live ones";
        var network = networkIsGone ? "the network was gone" : "nothing was sent";
        Ink.WriteLine(
            equal == comparisons.Count ? ConsoleColor.Green : ConsoleColor.Red,
            $"  {equal} of {comparisons.Count} {answers}; {network}.");
    }

    private static void WriteRedacted(IReadOnlyList<Comparison> comparisons)
    {
        List<string> places = [.. comparisons.SelectMany(comparison => comparison.Redacted).Distinct()];
        if (places.Count > 0)
        {
            Console.WriteLine($"  Secrets are not on the cassette. It says {Redaction.Replacement} in their place: {string.Join(", ", places)}.");
        }
    }

    private static void WriteCassette(int calls, Recorder player)
    {
        var interactions = player.Cassette.Interactions.Count;
        var size = Units.Size(new FileInfo(player.CassettePath).Length);
        Console.WriteLine($"""

              cassette  {player.CassettePath}
                        {size}, {Count(interactions, "recording")}{(interactions > calls ? " (each hop of a redirect is one)" : "")}

              next      open the cassette: it is JSON, and Python Betamax plays it too
                        dotnet run --project samples/Quickstart -- https://example.org
                        docs/getting-started.md: a cassette for your own tests

            """);
    }
}
