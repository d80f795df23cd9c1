namespace Betamax.Tests.Recording;

public sealed class EjectTests
{
    [Fact]
    public async Task A_recorder_whose_first_hook_throws_is_ejected()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var options = new CassetteOptions
        {
            AfterStart = recorder =>
            {
                using var client = recorder.CreateClient();
                using var response = client.Send(new HttpRequestMessage(HttpMethod.Get, server.At("/in/the/hook")));
                throw new NotSupportedException("The hook's own.");
            },
        };

        Assert.Throws<NotSupportedException>(() => library.Use("a", options));

        Assert.Null(Recorder.Current);
        Assert.Equal(["2"], await library.Record("a", RecordMode.NewEpisodes, server.At("/after")));
        Assert.Equal(["a.json"], library.Files);
    }

    [Fact]
    public async Task The_error_of_the_first_hook_is_not_hidden_by_recordings_that_were_not_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/"));
        var options = new CassetteOptions { AllowUnusedInteractions = false, AfterStart = _ => throw new NotSupportedException() };

        Assert.Throws<NotSupportedException>(() => library.Use("a", options));
    }

    [Fact]
    public async Task A_request_whose_cassette_is_ejected_while_its_body_is_read_is_not_sent()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await using (var first = library.Use("a"))
        {
            await first.PostAll(server.At("/"), "one", "two");
        }

        var recorder = library.Use("a", new CassetteOptions
        {
            RecordMode = RecordMode.NewEpisodes,
            MatchRequestsOn = [RequestMatchers.Uri, RequestMatchers.Body],
        });
        using var client = recorder.CreateClient();
        var body = new HeldContent();
        var sending = client.PostAsync(server.At("/"), body);
        await body.Asked;

        recorder.Eject();
        body.Release();

        await Assert.ThrowsAsync<BetamaxException>(() => sending);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(["a.json"], library.Files);
    }

    [Fact]
    public async Task A_library_that_is_deleted_before_eject_is_no_error_if_there_is_nothing_to_save()
    {
        using var library = new TemporaryLibrary();
        await using var server = new RawServer("no HTTP");
        var recorder = library.Use("folder/a");
        await Assert.ThrowsAsync<HttpRequestException>(() => recorder.GetAll(server.Address));
        Directory.Delete(Path.Combine(library.Directory, "folder"), recursive: true);

        recorder.Eject();

        Assert.Empty(library.Files);
    }

    [Fact]
    public async Task A_second_recorder_gets_an_error_that_nothing_is_recorded()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await using var second = library.Use("a");
        await library.Record("a", RecordMode.Once, server.At("/"));

        var fault = await Assert.ThrowsAsync<CassetteStorageException>(() => second.GetAll(server.At("/")));

        Assert.Contains("changed by somebody else", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".journal", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    /// <summary>A body that is written when the test allows it.</summary>
    private sealed class HeldContent : HttpContent
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public void Release() => _released.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            _asked.SetResult();
            await _released.Task;
            await stream.WriteAsync("three"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 5;
            return true;
        }
    }
}
