namespace Betamax.Tests.AsLive;

public sealed class ImpatienceTests
{
    [Theory]
    [InlineData(false, "timeout")]
    [InlineData(true, "timeout")]
    [InlineData(false, "cancellation")]
    [InlineData(true, "cancellation")]
    public async Task An_impatient_caller_sees_the_same_while_recording_and_nothing_is_recorded(bool headSent, string reason)
    {
        using var library = new TemporaryLibrary();
        using var over = new CancellationTokenSource();
        await using var server = await LoopbackServer.Answering(async context =>
        {
            if (headSent)
            {
                await context.Response.StartAsync();
                await context.Response.Body.FlushAsync();
            }

            await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, over.Token).Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        var seen = new List<string>();

        await using (var recorder = library.Use("a"))
        {
            foreach (var wiring in Wiring.All.Take(2))
            {
                // Only the server can end a synchronous read from a stream.
                foreach (var style in Style.All.Where(style => style.Async || style.Completion == HttpCompletionOption.ResponseContentRead))
                {
                    seen.Add(await Wait(wiring.Bare(), style, server.Address, reason));
                    Assert.Equal(seen[^1], await Wait(wiring.Recorded(recorder), style, server.Address, reason));
                }
            }

            Assert.Empty(recorder.Cassette.Interactions);
        }

        await over.CancelAsync();
        Assert.Empty(library.Files);
    }

    [Fact]
    public async Task A_request_that_was_cancelled_beforehand_is_not_played()
    {
        using var library = new TemporaryLibrary();
        await using (var server = await LoopbackServer.Counting())
        {
            await library.Record("a", RecordMode.Once, server.At("/"));
        }

        var uri = new Uri(library.Load("a").Interactions[0].Request.Uri);
        await using var recorder = library.Use("a", RecordMode.None);
        using var client = recorder.CreateClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetAsync(uri, new CancellationToken(canceled: true)));
        Assert.Equal("1", await client.GetStringAsync(uri));
    }

    private static async Task<string> Wait(HttpMessageHandler handler, Style style, Uri server, string reason)
    {
        using var client = new HttpClient(handler);
        using var cancellation = new CancellationTokenSource();
        var patience = TimeSpan.FromMilliseconds(50);

        // HttpClient.Timeout does not cover the body if only the headers are awaited.
        if (reason == "timeout" && style.Completion == HttpCompletionOption.ResponseContentRead)
        {
            client.Timeout = patience;
        }
        else
        {
            cancellation.CancelAfter(patience);
        }

        var caller = new Caller(client, style);
        await caller.Send(new HttpRequestMessage(HttpMethod.Get, server), cancellation.Token);

        // The inner exception depends on the moment of the cancellation.
        var thrown = caller.Seen.Split('\n', StringSplitOptions.TrimEntries).SkipWhile(line => !line.StartsWith("throws", StringComparison.Ordinal));
        return $"{thrown.First()} {thrown.Contains("because of TimeoutException")}";
    }
}
