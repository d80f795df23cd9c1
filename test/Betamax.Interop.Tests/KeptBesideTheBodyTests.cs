using System.Net;
using System.Text;
using Betamax.Interop.Tests.Exchanges;
using Betamax.Interop.Tests.Scenarios;
using Betamax.Tests;
using Microsoft.AspNetCore.Http;

namespace Betamax.Interop.Tests;

/// <summary>This library stores how a response arrived in keys next to the body. Python Betamax ignores them.</summary>
public sealed class KeptBesideTheBodyTests(InteropFixture interop) : InteropTest(interop)
{
    private const string Events = "data: one\n\ndata: two\n\nevent: end\ndata: three\n\n";

    [Fact]
    public async Task A_response_of_HTTP_2_with_trailers_plays_in_Python()
    {
        Step step;
        await using (var server = await LoopbackServer.Http2(AnswerWithTrailers))
        {
            step = Request.Get(server.At("/").AbsoluteUri);
            await using var recorder = new CassetteLibrary(Directory).UseCassette(CassetteName);
            using var client = recorder.CreateClient();
            client.DefaultRequestVersion = HttpVersion.Version20;
            client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
            Assert.Equal("served", await client.GetStringAsync(step.Uri));
        }

        var kept = Assert.Single(Cassette.Load(CassettePath).Interactions).Response;
        Assert.Equal(HttpVersion.Version20, kept.HttpVersion);
        Assert.Equal(["fine"], kept.Trailers["x-checked"]);

        var played = await PythonAsync(new("none"), [step]);

        var seen = Assert.Single(Assert.Single(played.Exchanges));
        Assert.Equal((200, "served"), (seen.Status, Encoding.UTF8.GetString(seen.Body)));
        Assert.DoesNotContain("x-checked", seen.Headers.Keys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Events_that_we_recorded_in_chunks_play_in_Python_as_the_whole_body(bool readAsStream)
    {
        Step step;
        await using (var server = await LoopbackServer.Answering(AnswerWithEvents))
        {
            step = Request.Streamed(server.At("/").AbsoluteUri);
            await DotNetAsync(new(), [step]);
        }

        Assert.Equal(Events.Length, PartsOnTape().Sum(part => part.Length));

        var played = await PythonAsync(new("none"), [step with { Stream = readAsStream }]);

        Assert.Equal(Events, Encoding.UTF8.GetString(Assert.Single(played.Exchanges)[^1].Body));
    }

    [Fact]
    public async Task Recordings_that_Python_adds_leave_the_chunks_of_our_streams_unchanged()
    {
        await using (var server = await LoopbackServer.Answering(AnswerWithEvents))
        {
            await DotNetAsync(new(), [Request.Streamed(server.At("/").AbsoluteUri)]);
        }

        var parts = PartsOnTape();
        await PythonAsync(new("new_episodes"), [Request.Get(Address + "/get")]);

        Assert.Equal(2, Cassette.Load(CassettePath).Interactions.Count);
        Assert.NotEmpty(parts);
        Assert.Equal(parts, PartsOnTape());
    }

    [Fact]
    public async Task A_stream_that_Python_recorded_plays_here_completely()
    {
        Step step;
        await using (var server = await LoopbackServer.Answering(AnswerWithEvents))
        {
            step = Request.Streamed(server.At("/").AbsoluteUri);
            await PythonAsync(new("once"), [step]);
        }

        var played = await DotNetAsync(new() { RecordMode = RecordMode.None, PlaybackSpeed = 1 }, [step]);

        Assert.Equal(Events, Encoding.UTF8.GetString(Assert.Single(played).Body));
        Assert.Empty(PartsOnTape());
    }

    private static async Task AnswerWithTrailers(HttpContext context)
    {
        await context.Response.WriteAsync("served");
        context.Response.AppendTrailer("x-checked", "fine");
    }

    private static async Task AnswerWithEvents(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        foreach (var text in Events.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            await context.Response.WriteAsync(text + "\n\n");
            await context.Response.Body.FlushAsync();
        }
    }

    private IReadOnlyList<RecordedChunk> PartsOnTape() => Cassette.Load(CassettePath).Interactions[0].Response.Chunks;
}
