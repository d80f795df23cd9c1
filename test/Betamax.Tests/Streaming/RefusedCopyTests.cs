namespace Betamax.Tests.Streaming;

/// <summary>The caller cannot take all of a response: it is not recorded, and a warning says so.</summary>
public sealed class RefusedCopyTests
{
    private readonly List<string> _warnings = [];
    private readonly List<RequestOutcome> _outcomes = [];

    [Theory]
    [InlineData("/length")]
    [InlineData("/chunked")]
    public Task A_response_that_exceeds_the_buffer_of_the_client_is_not_recorded(string path) => IsNotRecorded(async (client, address) =>
    {
        client.MaxResponseContentBufferSize = 1000;
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(address, path)));
    });

    [Fact]
    public Task A_response_whose_copy_fails_is_not_recorded() => IsNotRecorded(async (client, address) =>
    {
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.CopyToAsync(new FullStream()));
    });

    [Fact]
    public Task A_response_whose_stream_cannot_be_copied_is_not_recorded() => IsNotRecorded(async (client, address) =>
    {
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        await Assert.ThrowsAsync<IOException>(() => stream.CopyToAsync(new FullStream()));
    });

    private async Task IsNotRecorded(Func<HttpClient, Uri, Task> read)
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(async context =>
        {
            var body = new byte[1_000_000];
            context.Response.ContentLength = context.Request.Path == "/length" ? body.Length : null;
            await context.Response.Body.WriteAsync(body);
        });
        await using (var recorder = library.Use("a", new CassetteOptions { Warn = _warnings.Add }))
        {
            using var client = new HttpClient(recorder.CreateHandler(new SocketsHttpHandler(), handled => _outcomes.Add(handled.Outcome)));
            await read(client, server.Address);
        }

        Assert.False(library.Has("a"));
        Assert.Equal([RequestOutcome.NotRecorded], _outcomes);
        Assert.StartsWith("A response was not read to its end, and is not recorded", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("It is full.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("It is full.");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            throw new IOException("It is full.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("It is full.");
    }
}
