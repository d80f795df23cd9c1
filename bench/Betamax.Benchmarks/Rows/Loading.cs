using System.Text.Json;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Loading a tape until the first answer, against <see cref="JsonDocument"/> on the same file.</summary>
internal static class Loading
{
    public static Question Of(Tapes tapes, int length)
    {
        var name = tapes.Of(length);
        return new(
            $"load/{length}", 1,
            new Side("floor", Ready(() => Parse(tapes.PathOf(name)))),
            new Side("betamax", Ready(() => PlayFirst(tapes.Library, name))))
        {
            MostTime = 0.7,
            MostAllocation = 0.7,
        };
    }

    private static Preparation Ready(Func<Task> work) => () => Task.FromResult(work);

    // Not disposed of, as little as a tape is: a pool that takes its memory back would hide what it takes.
    private static Task<JsonDocument> Parse(string path) => Task.FromResult(JsonDocument.Parse(File.ReadAllBytes(path)));

    private static async Task PlayFirst(CassetteLibrary library, string name)
    {
        using var recorder = library.UseCassette(name, o => o with { RecordMode = RecordMode.None });
        using var client = recorder.CreateClient();
        await client.GetByteArrayAsync(Exchanges.UriOf(0));
    }
}
