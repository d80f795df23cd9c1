using Betamax.Playback;

namespace Betamax.Tests.Playback;

public sealed class PlaybackPaceTests
{
    [Theory]
    [InlineData(1e-9)]
    [InlineData(double.Epsilon)]
    public async Task The_slowest_pace_waits_until_its_reader_cancels(double speed)
    {
        using var enough = new CancellationTokenSource();
        var waiting = new PlaybackPace(speed, TimeProvider.System)
            .Wait(TimeProvider.System.GetTimestamp(), TimeSpan.FromDays(1), async: true, enough.Token).AsTask();

        Assert.False(waiting.IsCompleted);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
