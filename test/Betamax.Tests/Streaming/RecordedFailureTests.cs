using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Streaming;

/// <summary>With RecordFailures, a failed request is played as the same failure.</summary>
public sealed class RecordedFailureTests
{
    private static readonly CassetteOptions Recording = new() { RecordFailures = true };

    private static readonly CassetteOptions Playing = Recording with { RecordMode = RecordMode.None };

    [Fact]
    public async Task A_refused_connection()
    {
        Uri gone;
        await using (var server = await LoopbackServer.Counting())
        {
            gone = server.At("/");
        }

        var fault = await IsPlayedAsRecorded(client => client.GetAsync(gone));

        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(fault.InnerException).SocketErrorCode);
        Assert.Equal(HttpRequestError.ConnectionError, Assert.IsType<HttpRequestException>(fault).HttpRequestError);
    }

    [Fact]
    public async Task A_name_that_is_not_found()
    {
        // A host name that is never resolved (RFC 6761, section 6.4).
        var fault = await IsPlayedAsRecorded(client => client.GetAsync("http://betamax.invalid/"));

        Assert.Equal(HttpRequestError.NameResolutionError, Assert.IsType<HttpRequestException>(fault).HttpRequestError);
    }

    [Fact]
    public async Task A_connection_that_is_closed_without_an_answer()
    {
        await using var server = await LoopbackServer.Answering(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        await IsPlayedAsRecorded(client => client.GetAsync(server.At("/")));
    }

    [Theory]
    [InlineData(HttpCompletionOption.ResponseContentRead)]
    [InlineData(HttpCompletionOption.ResponseHeadersRead)]
    public async Task A_body_that_breaks_off(HttpCompletionOption completion)
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf");
        var read = new List<string>();
        await IsPlayedAsRecorded(async client =>
        {
            using var response = await client.GetAsync(server.Address, completion);
            Assert.Equal(1000, response.Content.Headers.ContentLength);
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            var buffer = new char[4];
            await reader.ReadBlockAsync(buffer);
            read.Add(new(buffer));
            await reader.ReadToEndAsync();
        });

        Assert.All(read, text => Assert.Equal("half", text));
        Assert.Equal(completion == HttpCompletionOption.ResponseHeadersRead ? 3 : 0, read.Count);
    }

    [Fact]
    public async Task A_time_out_of_the_client()
    {
        await using var server = await LoopbackServer.Answering(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var fault = await IsPlayedAsRecorded(client =>
        {
            client.Timeout = TimeSpan.FromMilliseconds(200);
            return client.GetAsync(server.At("/"));
        });

        Assert.IsType<TimeoutException>(fault.InnerException);
    }

    [Fact]
    public async Task A_connection_that_takes_too_long()
    {
        using var library = new TemporaryLibrary();
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            ConnectCallback = async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException("This is never come to.");
            },
        };
        using var recorder = library.Use("a", Recording);
        using var client = new HttpClient(recorder.CreateHandler(handler));
        var recorded = await Assert.ThrowsAsync<TaskCanceledException>(() => client.GetAsync("http://localhost/"));
        recorder.Eject();

        await using var playing = library.Use("a", Playing);
        using var player = playing.CreateClient();
        var played = await Assert.ThrowsAsync<TaskCanceledException>(() => player.GetAsync("http://localhost/"));

        Assert.Equal(Describe(recorded), Describe(played));
    }

    [Fact]
    public async Task The_rest_of_the_cassette_is_played_as_usual_and_a_synchronous_request_fails_too()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context =>
        {
            if (context.Request.Path == "/bad")
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("good");
        });
        foreach (var options in new[] { Recording, Playing })
        {
            using var recorder = library.Use("a", options);
            using var client = recorder.CreateClient();
            Assert.Equal("good", await client.GetStringAsync(server.At("/1")));
            using var bad = new HttpRequestMessage(HttpMethod.Get, server.At("/bad"));
            Assert.Throws<HttpRequestException>(() => client.Send(bad));
            Assert.Equal("good", await client.GetStringAsync(server.At("/2")));
        }

        Assert.Equal(3, server.Requests.Count);
        Assert.Equal([200, 0, 200], library.Load("a").Interactions.Select(interaction => interaction.Response.StatusCode));
    }

    private static async Task<Exception> IsPlayedAsRecorded(Func<HttpClient, Task> request)
    {
        using var library = new TemporaryLibrary();
        using var bare = new HttpClient();
        var expected = await Assert.ThrowsAnyAsync<Exception>(() => request(bare));
        foreach (var options in new[] { Recording, Playing })
        {
            await using var recorder = library.Use("a", options);
            using var client = recorder.CreateClient();
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => request(client));
            Assert.Equal(Describe(expected), Describe(fault));
        }

        return expected;
    }

    /// <summary>Formats an exception and its inner exceptions, with everything that an application can see.</summary>
    private static List<string> Describe(Exception? fault)
    {
        var lines = new List<string>();
        for (; fault is not null && lines.Count < 2; fault = fault.InnerException)
        {
            var code = fault switch
            {
                HttpRequestException http => $"{http.HttpRequestError} {http.StatusCode}",
                HttpIOException io => $"{io.HttpRequestError}",
                SocketException socket => $"{socket.SocketErrorCode} {socket.ErrorCode}",
                _ => "",
            };
            lines.Add($"{fault.GetType().Name} {code} {fault.Message}");
        }

        return lines;
    }
}
