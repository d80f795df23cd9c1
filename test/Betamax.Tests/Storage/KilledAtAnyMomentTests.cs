namespace Betamax.Tests.Storage;

/// <summary>
/// Processes that record and eject are killed at random moments: while they start, while they record, while they save, and
/// while they save what the one before them left. Each record mode is a class, so that the modes run in parallel.
/// </summary>
public abstract class KilledAtAnyMomentTests(RecordMode mode)
{
    private const int Lanes = 2;

    private static readonly int KillsInEachLane = Thorough.Count(usual: 12, thorough: 36, onNet8: 3);

    [Fact]
    public async Task What_was_read_is_on_the_cassette_and_the_cassette_is_complete()
    {
        await using var server = await LoopbackServer.Counting();
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(() => Kill(server, mode, Random.Shared.Next()))));

        // Otherwise the processes were not killed at the intended moments.
        Assert.True(lanes.Sum(lane => lane.Read) > KillsInEachLane);
        Assert.True(lanes.Sum(lane => lane.KilledWhileSaving) > 0);
    }

    private static async Task<(int Read, int KilledWhileSaving)> Kill(LoopbackServer server, RecordMode mode, int seed)
    {
        var (random, read, saving) = (new Random(seed), 0, 0);
        using var tapes = new KilledTapes(mode);
        for (var kill = 0; kill < KillsInEachLane; kill++)
        {
            try
            {
                using var run = tapes.Start(server, kill);
                await run.ComeTo((KillMoment)(kill % 3), random);
                await run.Kill();
                read += run.Said.Count;
                saving += tapes.IsBeingSaved ? 1 : 0;
                tapes.AssertWhole(run.Said);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"Kill {kill} of seed {seed} in the mode {mode}: {string.Join(", ", tapes.Files)}", fault);
            }
        }

        return (read, saving);
    }
}

public sealed class KilledInModeOnceTests() : KilledAtAnyMomentTests(RecordMode.Once);

public sealed class KilledInModeNewEpisodesTests() : KilledAtAnyMomentTests(RecordMode.NewEpisodes);

public sealed class KilledInModeAllTests() : KilledAtAnyMomentTests(RecordMode.All);
