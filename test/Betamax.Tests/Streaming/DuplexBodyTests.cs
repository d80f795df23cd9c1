using System.Net;

namespace Betamax.Tests.Streaming;

/// <summary>The body of a request decides which recording is played, but its writer waits for the response.</summary>
public sealed class DuplexBodyTests
{
    private const string Uri = "http://host/alice?token=t1";

    private static readonly CassetteOptions Options = new() { RecordMode = RecordMode.None, Placeholders = [new("<NAME>", "alice")] };

    [Fact]
    public async Task The_error_hides_secrets()
    {
        using var library = LibraryOfTwo();
        await using var recorder = library.Use("a", Options);
        using var client = recorder.CreateClient();

        var fault = await Assert.ThrowsAsync<BetamaxException>(() => client.SendAsync(Endless()));

        Assert.StartsWith("POST http://host/<NAME>?token=<REDACTED> is a duplex stream", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("t1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_while_the_body_is_read_is_a_cancellation()
    {
        using var library = LibraryOfTwo();
        await using var recorder = library.Use("a", Options);
        using var client = recorder.CreateClient();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var fault = await Assert.ThrowsAsync<TaskCanceledException>(() => client.SendAsync(Endless(), cancellation.Token));

        Assert.Equal(cancellation.Token, fault.CancellationToken);
    }

    [Fact]
    public async Task The_timeout_of_the_client_while_the_body_is_read_is_a_timeout()
    {
        using var library = LibraryOfTwo();
        await using var recorder = library.Use("a", Options);
        using var client = recorder.CreateClient();
        client.Timeout = TimeSpan.FromMilliseconds(100);

        var fault = await Assert.ThrowsAsync<TaskCanceledException>(() => client.SendAsync(Endless()));

        Assert.IsType<TimeoutException>(fault.InnerException);
    }

    private static HttpRequestMessage Endless() => new(HttpMethod.Post, Uri)
    {
        Version = HttpVersion.Version20,
        Content = new DuplexContent(["a"u8.ToArray()], new TaskCompletionSource().Task, []),
    };

    private static TemporaryLibrary LibraryOfTwo()
    {
        var library = new TemporaryLibrary();
        var interaction = new Interaction(new("POST", "http://host/<NAME>?token=<REDACTED>"), new(200, "OK", Uri));
        new Cassette([interaction, interaction]).Save(library.PathOf("a"));
        return library;
    }
}
