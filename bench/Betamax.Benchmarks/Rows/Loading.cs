using System.Text.Json;
using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Rows;

/// <summary>Loading a tape until the first answer, against <see cref="JsonDocument"/> on the same bytes.</summary>
internal static class Loading
{
    public static Question Of(Tapes tapes, int length)
    {
        var name = tapes.Of(length);
        return new(
            $"load/{length}", 1,
            Side.Of("floor", () =>
            {
                using var document = JsonDocument.Parse(File.ReadAllBytes(tapes.PathOf(name)));
                return Task.CompletedTask;
            }),
            Side.Of("betamax", async () =>
            {
                using var recorder = tapes.Library.UseCassette(name, o => o with { RecordMode = RecordMode.None });
                using var client = recorder.CreateClient();
                await client.GetByteArrayAsync(Exchanges.UriOf(0));
            }))
        {
            MostTime = 0.7,
            MostAllocation = 0.7,
        };
    }
}
