using Betamax.Tests.Storage;

namespace Betamax.Tests.Recording;

public sealed class RewriteTests : IDisposable
{
    private static readonly CassetteOptions Rewrite = new() { RecordMode = RecordMode.Rewrite };

    private readonly TemporaryLibrary _library = new();

    [Fact]
    public async Task The_cassette_holds_what_the_run_recorded_and_nothing_else()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/gone"), server.At("/kept"));
        var before = _library.BytesOf("a");

        await using (var recorder = _library.Use("a", Rewrite))
        {
            Assert.True(recorder.IsRecording);
            Assert.Equal(["3", "4"], await recorder.GetAll(server.At("/kept"), server.At("/new")));
            Assert.Empty(recorder.Usage);
            Assert.Equal(["3", "4"], recorder.Cassette.Interactions.Select(one => one.Response.Body.Text!));
            Assert.Equal(before, _library.BytesOf("a"));
        }

        Assert.Equal(["3", "4"], Bodies());
        Assert.Equal(["a.json"], _library.Files);
    }

    [Fact]
    public async Task A_missing_cassette_is_recorded()
    {
        await using var server = await LoopbackServer.Counting();

        await _library.Record("a", RecordMode.Rewrite, server.At("/1"));

        Assert.Equal(["1"], Bodies());
    }

    [Fact]
    public async Task A_run_that_records_nothing_keeps_the_old_file()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/1"));
        var before = _library.BytesOf("a");

        _library.Use("a", Rewrite).Eject();

        Assert.Equal(before, _library.BytesOf("a"));
        Assert.Equal(["a.json"], _library.Files);
    }

    [Fact]
    public async Task A_run_that_is_discarded_keeps_the_old_file()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/1"));

        var recorder = _library.Use("a", Rewrite);
        await recorder.GetAll(server.At("/2"));
        Assert.Equal(1, recorder.Discard());
        Assert.Equal(["1"], Bodies());

        // It has written nothing, so that the next run begins anew.
        await _library.Record("a", RecordMode.Rewrite, server.At("/3"));
        Assert.Equal(["3"], Bodies());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_leaves_a_request_unfinished_keeps_the_old_file(bool fails)
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/1"));
        var warnings = new List<string>();

        await using (var recorder = _library.Use("a", Rewrite with { Warn = warnings.Add }))
        using (var client = recorder.CreateClient())
        {
            await client.GetStringAsync(server.At("/2"));
            if (fails)
            {
                await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri("http://127.0.0.1:1/")));
            }
            else
            {
                // Its response is left at once. Its rest is read within seconds, and this one has no end.
                await using var endless = await LoopbackServer.Answering(async context =>
                {
                    await context.Response.Body.WriteAsync(new byte[10]);
                    await context.Response.Body.FlushAsync();
                    await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                });
                (await client.GetAsync(endless.Address, HttpCompletionOption.ResponseHeadersRead)).Dispose();
                await recorder.EjectAsync();
            }
        }

        Assert.Equal(["1"], Bodies());
        Assert.Equal(["a.json"], _library.Files);
        Assert.Contains(warnings, warning => warning.StartsWith("The cassette was not rewritten", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_killed_run_keeps_the_old_file()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/old"));
        var before = _library.BytesOf("a");
        using (var killed = await RecordingRun.Start(_library, server, RecordMode.Rewrite, atLeast: 2))
        {
            await killed.Kill();
        }

        await using (var playing = _library.Use("a"))
        {
            Assert.Equal(["1"], await playing.GetAll(server.At("/old")));
            await Assert.ThrowsAsync<UnhandledRequestException>(() => playing.GetAll(server.At("/1")));
        }

        Assert.Equal(before, _library.BytesOf("a"));
        await _library.Record("a", RecordMode.NewEpisodes, server.At("/new"));
        Assert.Equal(["/old", "/new"], _library.Load("a").Interactions.Select(one => new Uri(one.Request.Uri).AbsolutePath));
        Assert.Equal(["a.json"], _library.Files);
    }

    [Fact]
    public async Task What_a_killed_run_was_to_add_is_kept_when_a_rewriting_one_is_killed_after_it()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/old"));
        IReadOnlyList<string> added;
        using (var first = await RecordingRun.Start(_library, server, RecordMode.NewEpisodes, atLeast: 2))
        {
            await first.Kill();
            added = first.Read;
        }

        using (var second = await RecordingRun.Start(_library, server, RecordMode.Rewrite, atLeast: 2))
        {
            await second.Kill();
        }

        _library.Use("a").Eject();

        Assert.Equal(["1", .. added], Bodies().Take(1 + added.Count));
        Assert.InRange(Bodies().Count(), 1 + added.Count, 2 + added.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_opening_adds_to_what_the_first_wrote(bool exists)
    {
        await using var server = await LoopbackServer.Counting();
        if (exists)
        {
            await _library.Record("a", RecordMode.Once, server.At("/old"));
        }

        await _library.Record("a", RecordMode.Rewrite, server.At("/1"));
        await _library.Record("a", RecordMode.Rewrite, server.At("/1"), server.At("/2"));

        Assert.Equal(["/1", "/1", "/2"], _library.Load("a").Interactions.Select(one => new Uri(one.Request.Uri).AbsolutePath));
    }

    [Fact]
    public async Task Cassettes_of_two_memories_are_two_cassettes()
    {
        await using var server = await LoopbackServer.Counting();
        foreach (var storage in new[] { new InMemoryCassetteStorage(), new InMemoryCassetteStorage() })
        {
            var library = new CassetteLibrary(storage);
            foreach (var mode in new[] { RecordMode.Once, RecordMode.Rewrite })
            {
                await using var recorder = library.UseCassette("a", options => options with { RecordMode = mode });
                await recorder.GetAll(server.At("/"));
            }

            Assert.Single(library.LoadCassette("a").Interactions);
        }
    }

    [Fact]
    public async Task When_the_cassette_cannot_be_saved_the_old_file_stays_and_nothing_is_added_later()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/1"));
        var before = _library.BytesOf("a");
        var recorder = _library.Use("a", Rewrite);
        await recorder.GetAll(server.At("/2"));
        _library.Write("a", """{"http_interactions": []}""");

        var fault = Assert.Throws<CassetteStorageException>(recorder.Eject);

        Assert.Contains("What was recorded is not kept", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["a.json"], _library.Files);
        await File.WriteAllBytesAsync(_library.PathOf("a"), before);
        _library.Use("a").Eject();
        Assert.Equal(["1"], Bodies());
    }

    public void Dispose() => _library.Dispose();

    private IEnumerable<string> Bodies() => _library.Load("a").Interactions.Select(one => one.Response.Body.Text!);
}
