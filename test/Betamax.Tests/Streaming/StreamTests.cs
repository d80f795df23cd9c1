using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Streaming;

/// <summary>Streams are recorded and played chunk by chunk.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task Server_sent_events_are_played_event_by_event_and_read_by_the_parser_of_dotnet()
    {
        using var library = new TemporaryLibrary();
        using var hasRead = new SemaphoreSlim(0);
        await using var server = await Stepping(hasRead, "text/event-stream", "data: one\n\n", "data: two\n\n", "event: end\ndata: three\n\n");
        Assert.Equal(["one", "two", "three"], await Events(new HttpClient(), server.At("/"), hasRead));
        await using (var recorder = library.Use("a"))
        {
            Assert.Equal(["one", "two", "three"], await Events(recorder, server.At("/"), hasRead));
        }

        var response = Assert.Single(library.Load("a").Interactions).Response;
        Assert.Equal([11, 11, 24], response.Chunks.Select(chunk => chunk.Length));

        await using var playing = library.Use("a", RecordMode.None);
        Assert.Equal(["one", "two", "three"], await Events(playing, server.At("/"), hasRead));
    }

    [Fact]
    public async Task A_stream_of_JSON_is_deserialized_item_by_item()
    {
        using var library = new TemporaryLibrary();
        using var hasRead = new SemaphoreSlim(0);
        await using var server = await Stepping(hasRead, "application/x-ndjson", "[1,", "2,", "3,", "4]");
        foreach (var mode in new[] { RecordMode.Once, RecordMode.None })
        {
            await using var recorder = library.Use("a", mode);
            using var client = recorder.CreateClient();
            using var response = await client.GetAsync(server.At("/"), HttpCompletionOption.ResponseHeadersRead);
            var items = new List<int>();
            await foreach (var item in JsonSerializer.DeserializeAsyncEnumerable<int>(await response.Content.ReadAsStreamAsync()))
            {
                items.Add(item);
                hasRead.Release();
            }

            Assert.Equal([1, 2, 3, 4], items);
        }
    }

    [Fact]
    public async Task Each_read_of_a_played_stream_returns_one_chunk_at_once()
    {
        using var library = new TemporaryLibrary();
        Save(library, new(2, TimeSpan.Zero), new(3, TimeSpan.FromDays(1)), new(1, TimeSpan.FromDays(2)));
        await using var recorder = library.Use("a", RecordMode.None);
        using var client = recorder.CreateClient();

        using var response = await client.GetAsync("http://localhost/", HttpCompletionOption.ResponseHeadersRead);
        var stream = await response.Content.ReadAsStreamAsync();
        var parts = new List<string>();
        var buffer = new byte[100];
        for (var count = await stream.ReadAsync(buffer); count > 0; count = await stream.ReadAsync(buffer))
        {
            parts.Add(System.Text.Encoding.ASCII.GetString(buffer, 0, count));
        }

        Assert.Equal(["ab", "cde", "f"], parts);
    }

    [Theory]
    [InlineData(1, 10, 30)]
    [InlineData(2, 5, 15)]
    public async Task In_recorded_time_a_chunk_arrives_at_its_time(double speed, int first, int second)
    {
        using var library = new TemporaryLibrary();
        Save(library, new(2, TimeSpan.FromSeconds(10)), new(4, TimeSpan.FromSeconds(30)));
        var clock = new SteppedClock();
        await using var recorder = library.Use("a", new CassetteOptions { RecordMode = RecordMode.None, PlaybackSpeed = speed, TimeProvider = clock });
        using var client = recorder.CreateClient();
        using var response = await client.GetAsync("http://localhost/", HttpCompletionOption.ResponseHeadersRead);
        var stream = await response.Content.ReadAsStreamAsync();

        var reading = stream.ReadAsync(new byte[100]).AsTask();
        clock.Advance(TimeSpan.FromSeconds(first - 1));
        Assert.False(reading.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await reading);

        reading = stream.ReadAsync(new byte[100]).AsTask();
        clock.Advance(TimeSpan.FromSeconds(second - first - 1));
        Assert.False(reading.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(4, await reading);
        Assert.Equal(0, await stream.ReadAsync(new byte[100]));
    }

    [Fact]
    public async Task A_read_that_waits_for_its_time_can_be_cancelled()
    {
        using var library = new TemporaryLibrary();
        Save(library, new RecordedChunk(6, TimeSpan.FromDays(1)));
        await using var recorder = library.Use("a", new CassetteOptions { RecordMode = RecordMode.None, PlaybackSpeed = 1 });
        using var client = recorder.CreateClient();
        using var cancellation = new CancellationTokenSource();
        var request = client.GetStringAsync("http://localhost/", cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task The_timeout_of_the_client_ends_a_play_in_recorded_time()
    {
        using var library = new TemporaryLibrary();
        Save(library, new RecordedChunk(6, TimeSpan.FromDays(1)));
        await using var recorder = library.Use("a", new CassetteOptions { RecordMode = RecordMode.None, PlaybackSpeed = 1 });
        using var client = recorder.CreateClient();
        client.Timeout = TimeSpan.FromMilliseconds(50);

        var fault = await Assert.ThrowsAsync<TaskCanceledException>(() => client.GetStringAsync("http://localhost/"));

        Assert.IsType<TimeoutException>(fault.InnerException);
    }

    [Fact]
    public async Task The_chunks_fit_the_body_if_a_placeholder_changes_its_length()
    {
        using var library = new TemporaryLibrary();
        var options = new CassetteOptions { Placeholders = [new("<SECRET>", "xy")] };
        using var hasRead = new SemaphoreSlim(0);
        await using var server = await Stepping(hasRead, "text/event-stream", "data: xy\n\n", "data: end\n\n");
        await using (var recorder = library.Use("a", options))
        {
            Assert.Equal(["xy", "end"], await Events(recorder, server.At("/"), hasRead));
        }

        Assert.DoesNotContain("xy", File.ReadAllText(library.PathOf("a")), StringComparison.Ordinal);
        Assert.Equal([16, 11], library.Load("a").Interactions[0].Response.Chunks.Select(chunk => chunk.Length));
        await using var playing = library.Use("a", options with { RecordMode = RecordMode.None });
        Assert.Equal(["xy", "end"], await Events(playing, server.At("/"), hasRead));
    }

    [Theory]
    [InlineData("application/json", null, false)]
    [InlineData("text/html", null, false)]
    [InlineData("text/html", true, true)]
    [InlineData("text/event-stream", false, false)]
    [InlineData("application/x-ndjson", null, true)]
    public async Task Chunks_are_kept_for_streams_or_if_the_option_is_set(string type, bool? asked, bool kept)
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync("{}");
        });
        await using (var recorder = library.Use("a", new CassetteOptions { RecordChunks = asked }))
        {
            await recorder.GetAll(server.At("/"));
        }

        Assert.Equal(kept, library.Load("a").Interactions[0].Response.Chunks.Count > 0);
    }

    [Theory]
    [InlineData("no name")]
    [InlineData("")]
    [InlineData("line\\n")]
    public void A_trailer_with_an_invalid_name_is_an_error_with_its_place(string name)
    {
        using var library = new TemporaryLibrary();
        Save(library, new RecordedChunk(6, TimeSpan.Zero));
        library.Write("a", File.ReadAllText(library.PathOf("a")).Replace(
            "\"chunks\":", $"\"trailers\": {{ \"{name}\": [\"x\"] }}, \"chunks\":", StringComparison.Ordinal));

        var fault = Assert.Throws<CassetteFormatException>(() => library.Use("a"));

        Assert.Contains(".trailers", fault.JsonPath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void An_invalid_speed_is_an_argument_error(double speed)
    {
        using var library = new TemporaryLibrary();

        Assert.Throws<ArgumentException>(() => library.Use("a", new CassetteOptions { PlaybackSpeed = speed }));
    }

    [Theory]
    [InlineData("[\"2@0\", \"3@1\"]")]
    [InlineData("[\"7@0\"]")]
    [InlineData("[\"6\"]")]
    [InlineData("[\"0@0\", \"6@0\"]")]
    [InlineData("[\"6@-1\"]")]
    [InlineData("[6]")]
    [InlineData("\"6@0\"")]
    public void Chunks_that_do_not_fit_are_an_error_with_their_place(string chunks)
    {
        using var library = new TemporaryLibrary();
        Save(library, new RecordedChunk(6, TimeSpan.Zero));
        var good = File.ReadAllText(library.PathOf("a"));
        library.Write("a", System.Text.RegularExpressions.Regex.Replace(good, "(?s)\"chunks\": \\[.*?\\]", $"\"chunks\": {chunks}"));

        var fault = Assert.Throws<CassetteFormatException>(() => library.Use("a"));

        Assert.StartsWith("$.http_interactions[0].response.chunks", fault.JsonPath, StringComparison.Ordinal);
    }

    /// <summary>A server that sends the next chunk after the reader has confirmed the previous one.</summary>
    private static Task<LoopbackServer> Stepping(SemaphoreSlim hasRead, string type, params string[] parts) => LoopbackServer.Answering(async context =>
    {
        context.Response.ContentType = type;
        foreach (var part in parts)
        {
            await context.Response.WriteAsync(part);
            await context.Response.Body.FlushAsync();
            await hasRead.WaitAsync();
        }
    });

    private static Task<List<string>> Events(Recorder recorder, Uri uri, SemaphoreSlim hasRead) =>
        Events(recorder.CreateClient(), uri, hasRead);

    private static async Task<List<string>> Events(HttpClient client, Uri uri, SemaphoreSlim hasRead)
    {
        using var owned = client;
        using var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead);
        var events = new List<string>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            events.Add(item.Data);
            hasRead.Release();
        }

        return events;
    }

    private static void Save(TemporaryLibrary library, params RecordedChunk[] chunks) =>
        new Cassette(
        [
            new(
                new("GET", "http://localhost/"),
                new(200, "OK", "http://localhost/") { Body = RecordedBody.FromText("abcdef"), Chunks = chunks }),
        ]).Save(library.PathOf("a"));
}
