namespace Betamax.Tests.Recording;

public sealed class UsageTests
{
    [Fact]
    public async Task A_recorder_says_which_interactions_were_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/0"), server.At("/1?token=t1"), server.At("/2"));
        var recorder = library.Use("a");

        await recorder.GetAll(server.At("/2"), server.At("/0"));
        recorder.Eject();

        var onCassette = library.Load("a").Interactions;
        Assert.Equal([new(0, onCassette[0], 2), new(1, onCassette[1], null), new(2, onCassette[2], 1)], recorder.Usage);
        Assert.Contains("<REDACTED>", recorder.Usage[1].Interaction.Request.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_and_dropped_recordings_are_not_in_it()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await using (var recording = library.Use("a"))
        {
            await recording.GetAll(server.At("/0"), server.At("/1"));
            Assert.Empty(recording.Usage);
        }

        using var playing = library.Use("a", new CassetteOptions
        {
            BeforePlayback = one => one.Request.Uri.EndsWith("/0", StringComparison.Ordinal) ? null : one,
        });
        Assert.Equal(1, Assert.Single(playing.Usage).Index);
    }
}
