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
        await using var recorder = library.Use("a");
        using var client = recorder.CreateClient();

        using (var response = await client.GetAsync(server.At("/"), HttpCompletionOption.ResponseHeadersRead))
        {
            var stream = await response.Content.ReadAsStreamAsync();
            Assert.True(await stream.ReadAsync(new byte[100]) > 0);
        }

        recorder.Eject();
        Assert.Empty(library.Files);
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
}
