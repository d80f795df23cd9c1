using System.Diagnostics;
using System.Text;

namespace Betamax.Tests.Streaming;

/// <summary>A reader leaves a response before its end.</summary>
public sealed class LeftResponseTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Leaving_a_response_does_not_block_if_its_rest_does_not_arrive()
    {
        using var library = new TemporaryLibrary();
        await using var server = await Dripping(new TaskCompletionSource().Task);
        List<string> warnings = [];
        await using var recorder = library.Use("a", new CassetteOptions { Warn = warnings.Add });
        using var client = recorder.CreateClient();
        using var response = await client.GetAsync(server.Address, HttpCompletionOption.ResponseHeadersRead);
        var stream = await response.Content.ReadAsStreamAsync();
        await stream.ReadExactlyAsync(new byte["first".Length]);

        var watch = Stopwatch.StartNew();
        stream.Dispose();
        response.Dispose();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, AtOnce);

        await recorder.EjectAsync();
        Assert.Single(warnings);
        Assert.False(library.Has("a"));
    }

    [Fact]
    public async Task Eject_waits_for_a_rest_that_arrives_soon()
    {
        using var library = new TemporaryLibrary();
        var isLeft = new TaskCompletionSource();
        await using var server = await Dripping(Task.WhenAll(isLeft.Task, Task.Delay(100)));
        await using (var recorder = library.Use("a"))
        {
            using var client = recorder.CreateClient();
            (await client.GetAsync(server.Address, HttpCompletionOption.ResponseHeadersRead)).Dispose();
            isLeft.SetResult();
        }

        Assert.Equal("first last", Assert.Single(library.Load("a").Interactions).Response.Body.Text);
    }

    [Fact]
    public async Task DisposeAsync_waits_for_the_rest_and_the_response_is_recorded()
    {
        using var library = new TemporaryLibrary();
        await using var server = await Dripping(Task.Delay(100));
        await using var recorder = library.Use("a");
        using var client = recorder.CreateClient();
        using var response = await client.GetAsync(server.Address, HttpCompletionOption.ResponseHeadersRead);
        await using (var stream = await response.Content.ReadAsStreamAsync())
        {
            await stream.ReadExactlyAsync(new byte["first".Length]);
        }

        Assert.Equal("first last", Assert.Single(recorder.Cassette.Interactions).Response.Body.Text);
    }

    private static Task<LoopbackServer> Dripping(Task goOn) => LoopbackServer.Answering(async context =>
    {
        await context.Response.Body.WriteAsync("first "u8.ToArray());
        await context.Response.Body.FlushAsync();
        await goOn.WaitAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes("last"));
    });
}
