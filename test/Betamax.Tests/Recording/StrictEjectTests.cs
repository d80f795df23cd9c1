namespace Betamax.Tests.Recording;

/// <summary>Eject with <see cref="CassetteOptions.AllowUnusedInteractions"/> = false, after refusals.</summary>
public sealed class StrictEjectTests
{
    private static readonly CassetteOptions Strict = new() { RecordMode = RecordMode.None, AllowUnusedInteractions = false };

    [Fact]
    public async Task A_refusal_that_the_code_swallows_is_an_error_with_its_message_and_with_what_was_not_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/a"), server.At("/b"));
        var recorder = library.Use("a", Strict);
        await recorder.GetAll(server.At("/a"));
        await GetAndSwallow(recorder, server.At("/c"));

        var fault = Assert.Throws<RefusedRequestsException>(recorder.Eject);

        Assert.Contains(Assert.Single(recorder.Refusals).Message, fault.Message, StringComparison.Ordinal);
        Assert.Contains($"  #1 GET {server.At("/b")}", fault.Message, StringComparison.Ordinal);
        Assert.Contains(library.PathOf("a"), fault.Message, StringComparison.Ordinal);
        Assert.Equal([library.PathOf("a")], [fault.CassettePath]);
        Assert.Equal(server.At("/c").AbsoluteUri, Assert.Single(fault.Refusals).Request.Uri);
        Assert.Equal(server.At("/b").AbsoluteUri, Assert.Single(fault.Unused).Request.Uri);
    }

    [Fact]
    public async Task A_refusal_is_an_error_also_when_everything_was_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/a"));
        var recorder = library.Use("a", Strict);
        await recorder.GetAll(server.At("/a"));
        await GetAndSwallow(recorder, server.At("/a"));

        Assert.Empty((await Assert.ThrowsAsync<RefusedRequestsException>(recorder.EjectAsync)).Unused);
    }

    [Fact]
    public async Task A_test_can_acknowledge_the_refusals_that_it_wants_and_no_others()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/a"));
        foreach (var isRefusedAgain in new[] { false, true })
        {
            var recorder = library.Use("a", Strict);
            await recorder.GetAll(server.At("/a"));
            await GetAndSwallow(recorder, server.At("/c"));
            Assert.Equal(server.At("/c").AbsoluteUri, Assert.Single(recorder.AcknowledgeRefusals()).Request.Uri);
            Assert.Empty(recorder.AcknowledgeRefusals());
            Assert.Single(recorder.Refusals);

            if (isRefusedAgain)
            {
                await GetAndSwallow(recorder, server.At("/c"));
                Assert.Single(Assert.Throws<RefusedRequestsException>(recorder.Eject).Refusals);
            }
            else
            {
                recorder.Eject();
            }
        }
    }

    [Fact]
    public async Task An_acknowledged_refusal_does_not_excuse_what_was_not_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/a"));
        var recorder = library.Use("a", Strict);
        await GetAndSwallow(recorder, server.At("/c"));
        recorder.AcknowledgeRefusals();

        Assert.Single(Assert.Throws<UnusedInteractionsException>(recorder.Eject).Unused);
    }

    private static async Task GetAndSwallow(Recorder recorder, Uri uri) =>
        await Assert.ThrowsAsync<UnhandledRequestException>(() => recorder.GetAll(uri));
}
