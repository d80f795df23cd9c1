using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Rows;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks;

/// <summary>All questions, each by its name.</summary>
internal static class Table
{
    public static IEnumerable<(string Name, Func<Task<Question>> Make)> Of(Tapes tapes)
    {
        foreach (var length in (int[])[1, 1_000, 100_000])
        {
            yield return Now($"play/{length}/first", () => Playing.First(tapes, length));
            if (length > 1)
            {
                yield return Now($"play/{length}/last", () => Playing.Last(tapes, length));
                yield return Now($"play/{length}/all", () => Playing.All(tapes, length));
            }
        }

        foreach (var length in (int[])[1, 1_000, 100_000])
        {
            yield return Now($"play-json/{length}", () => PlayingJson.Of(tapes, length));
        }

        yield return Now("parallel/1000", () => PlayingInParallel.Of(tapes, 1_000));
        yield return Now("load/10000", () => Loading.Of(tapes, 10_000));
        yield return Now("eject/10000", () => Ejecting.Of(tapes, 10_000));
        yield return ("record/1st", () => RecordingOne.Of(tapes, 0, "1st"));
        yield return ("record/10000th", () => RecordingOne.Of(tapes, 10_000, "10000th"));
    }

    private static (string Name, Func<Task<Question>> Make) Now(string name, Func<Question> make) => (name, () => Task.FromResult(make()));
}
