using System.Text.Json;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Loading a cassette until the first answer, compared with <see cref="JsonDocument"/> on the same file.</summary>
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
            MostTime = 1.0,
            MostAllocation = 1.0,
        };
    }

    private static Preparation Ready(Func<Task> work) => () => Task.FromResult(work);

    // Not disposed, because a loaded cassette is not disposed either. Returning its memory to a pool would hide the allocation.
    private static Task<JsonDocument> Parse(string path) => Task.FromResult(JsonDocument.Parse(File.ReadAllBytes(path)));

    private static async Task PlayFirst(CassetteLibrary library, string name)
    {
        using var recorder = library.UseCassette(name, o => o with { RecordMode = RecordMode.None });
        using var client = recorder.CreateClient();
        await client.GetByteArrayAsync(Exchanges.UriOf(0));
    }
}
