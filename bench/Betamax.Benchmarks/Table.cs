using Betamax.Benchmarks.Rows;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks;

/// <summary>All rows by name.</summary>
internal static class Table
{
    private static readonly int[] Lengths = [1, 1_000, 100_000];

    public static IEnumerable<Row> Of(Tapes tapes)
    {
        foreach (var length in Lengths)
        {
            yield return Row.Of($"play/{length}/first", () => Playing.First(tapes, length));
            if (length > 1)
            {
                yield return Row.Of($"play/{length}/last", () => Playing.Last(tapes, length));
                yield return Row.Of($"play/{length}/all", () => Playing.All(tapes, length));
            }
        }

        yield return Row.Of("play-query/1000", () => Playing.WithQuery(tapes, 1_000));
        foreach (var length in Lengths)
        {
            yield return Row.Of($"play-json/{length}", () => PlayingJson.Of(tapes, length));
        }

        yield return Row.Of("parallel/1000", () => PlayingInParallel.Of(tapes, 1_000));
        yield return Row.Of("test/5", () => OneTest.Create(tapes));
        yield return new("cold-start", effort => ColdStart.Measure(tapes, effort));
        yield return Row.Of("load/10000", () => Loading.Of(tapes, 10_000));
        yield return Row.Of("record/1st", () => RecordingOne.First(tapes));
        yield return Row.Of("record/10000th", () => RecordingOne.Behind(tapes, 10_000));
        yield return Row.Of("eject/10000", () => Ejecting.Of(tapes, 10_000));
        yield return new("secrets", Hiding.Measure);
        yield return new("memory/text", effort => PeakMemory.Measure("memory/text", Server.LargeText, effort));
        yield return new("memory/binary", effort => PeakMemory.Measure("memory/binary", Server.LargeBinary, effort));
    }
}
