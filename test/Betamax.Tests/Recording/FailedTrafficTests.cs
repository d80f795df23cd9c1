using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Recording;

public sealed class FailedTrafficTests
{
    [Fact]
    public async Task A_request_that_fails_is_not_recorded_and_throws_what_it_throws_without_a_recorder()
    {
        using var library = new TemporaryLibrary();
        Uri gone;
        await using (var server = await LoopbackServer.Counting())
        {
            gone = server.At("/");
        }

        using var bare = new HttpClient();
        await using var recorder = library.Use("a");
        using var client = recorder.CreateClient();
        var expected = await Assert.ThrowsAsync<HttpRequestException>(() => bare.GetAsync(gone));
        var actual = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(gone));

        Assert.Equal((expected.HttpRequestError, expected.Message), (actual.HttpRequestError, actual.Message));
        Assert.Equal(expected.InnerException?.GetType(), actual.InnerException?.GetType());
        recorder.Eject();
        Assert.Empty(library.Files);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_not_recorded()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("half");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await using var recorder = library.Use("a");
        using var client = recorder.CreateClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(server.At("/")));

        recorder.Eject();
        Assert.Empty(library.Files);
    }

    [Fact]
    public async Task A_cancelled_request_is_not_recorded()
    {
        using var library = new TemporaryLibrary();
        var arrived = new TaskCompletionSource();
        await using var server = await LoopbackServer.Answering(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await using var recorder = library.Use("a");
        using var client = recorder.CreateClient();
        using var cancellation = new CancellationTokenSource();

        var request = client.GetAsync(server.At("/"), cancellation.Token);
        await arrived.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        recorder.Eject();
        Assert.Empty(library.Files);
    }

    [Fact]
    public async Task A_body_of_which_the_caller_reads_only_a_part_is_not_recorded()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context => context.Response.WriteAsync(new string('x', 1_000_000)));
        var warnings = new List<string>();
        await using var recorder = library.Use("a", new CassetteOptions { Warn = warnings.Add });
        using var client = recorder.CreateClient();

        Assert.True(await ReadSome(client, server.At("/?token=secret")) > 0);

        recorder.Eject();
        Assert.Empty(library.Files);
        Assert.Contains(server.At("/?token=").AbsoluteUri, Assert.Single(warnings), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_failures_recorded_it_is_played_as_far_as_it_was_read()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context => context.Response.WriteAsync(new string('x', 1_000_000)));
        var options = new CassetteOptions { RecordFailures = true };
        int read;
        await using (var recorder = library.Use("a", options))
        {
            using var client = recorder.CreateClient();
            read = await ReadSome(client, server.At("/"));
        }

        await using var playing = library.Use("a", RecordMode.None);
        using var player = playing.CreateClient();
        using var response = await player.GetAsync(server.At("/"), HttpCompletionOption.ResponseHeadersRead);
        var stream = await response.Content.ReadAsStreamAsync();
        await stream.ReadExactlyAsync(new byte[read]);

        var fault = await Assert.ThrowsAsync<HttpIOException>(() => stream.ReadAsync(new byte[1]).AsTask());
        Assert.Contains("The recording ends here", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_small_body_of_known_length_is_recorded_although_nobody_has_read_it(bool openStream)
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context =>
        {
            context.Response.ContentLength = 1000;
            return context.Response.WriteAsync(new string('x', 1000));
        });
        await using var recorder = library.Use("a");
        using var client = recorder.CreateClient();

        using (var response = await client.GetAsync(server.At("/"), HttpCompletionOption.ResponseHeadersRead))
        {
            if (openStream)
            {
                await using var stream = await response.Content.ReadAsStreamAsync();
            }
        }

        Assert.Equal(1000, Assert.Single(recorder.Cassette.Interactions).Response.Body.Bytes.Length);
    }

    [Fact]
    public async Task Events_are_recorded_completely_although_their_reader_stops_after_the_last_event()
    {
        const string Events = "data: one\n\ndata: [DONE]\n\n";
        using var library = new TemporaryLibrary();
        var left = new TaskCompletionSource();
        await using var server = await LoopbackServer.Answering(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(Events);
            await context.Response.Body.FlushAsync();
            await left.Task;
        });
        await using var recorder = library.Use("a");
        using var client = recorder.CreateClient();

        using (var response = await client.GetAsync(server.At("/"), HttpCompletionOption.ResponseHeadersRead))
        {
            var stream = await response.Content.ReadAsStreamAsync();
            await stream.ReadExactlyAsync(new byte[Events.Length]);
            left.SetResult();
        }

        Assert.Equal(Events, Assert.Single(recorder.Cassette.Interactions).Response.Body.Text);
    }

    [Fact]
    public async Task Events_without_an_end_are_not_recorded_and_block_nobody()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(async context =>
        {
            await context.Response.WriteAsync("data: one\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        var warnings = new List<string>();
        await using var recorder = library.Use("a", new CassetteOptions { Warn = warnings.Add });
        using var client = recorder.CreateClient();

        Assert.True(await ReadSome(client, server.At("/")) > 0);

        Assert.Empty(recorder.Cassette.Interactions);
        Assert.Single(warnings);
    }

    [Fact]
    public async Task A_request_after_the_eject_is_an_error()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var recorder = library.Use("a");
        using var client = recorder.CreateClient();
        recorder.Eject();

        var fault = await Assert.ThrowsAsync<BetamaxException>(() => client.GetAsync(server.At("/")));

        Assert.Contains(library.PathOf("a"), fault.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static async Task<int> ReadSome(HttpClient client, Uri uri)
    {
        using var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead);
        var stream = await response.Content.ReadAsStreamAsync();
        return await stream.ReadAsync(new byte[100]);
    }
}
