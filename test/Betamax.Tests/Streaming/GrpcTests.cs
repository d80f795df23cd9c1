using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Streaming;

/// <summary>gRPC on the wire: HTTP/2, frames with a length prefix, and a status in the trailers.</summary>
public sealed class GrpcTests
{
    [Fact]
    public async Task A_unary_call_is_played_with_its_trailers()
    {
        using var library = new TemporaryLibrary();
        await BareThenRecordThenPlay(library, async (client, service) =>
        {
            Assert.Equal(["hello Ada"], await Call(client, service, "/greeter/Hello", "Ada"));
            Assert.Equal(["hello Bob"], await Call(client, service, "/greeter/Hello", "Bob"));
        });

        var response = library.Load("a").Interactions[0].Response;
        Assert.Equal(HttpVersion.Version20, response.HttpVersion);
        Assert.Equal("0", response.Trailers["grpc-status"][0]);
    }

    [Fact]
    public async Task Each_unary_call_gets_its_own_answer_in_any_order()
    {
        using var library = new TemporaryLibrary();
        var names = new[] { "Ada", "Bob" };
        await BareThenRecordThenPlay(library, async (client, service) =>
        {
            foreach (var name in names)
            {
                Assert.Equal([$"hello {name}"], await Call(client, service, "/greeter/Hello", name));
            }

            Array.Reverse(names);
        });
    }

    [Fact]
    public async Task A_call_that_streams_its_answers_is_played()
    {
        using var library = new TemporaryLibrary();
        await BareThenRecordThenPlay(library, async (client, service) =>
            Assert.Equal(["1", "2", "3"], await Call(client, service, "/greeter/Count", "3")));
    }

    [Fact]
    public async Task A_call_that_fails_at_once_has_its_status_in_the_headers()
    {
        using var library = new TemporaryLibrary();
        await BareThenRecordThenPlay(library, async (client, service) =>
        {
            using var response = await client.SendAsync(Request(service, "/greeter/Unknown", "x"));
            Assert.Equal("12", response.Headers.GetValues("grpc-status").Single());
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        });
    }

    [Fact]
    public async Task A_call_that_streams_its_requests_is_played()
    {
        using var library = new TemporaryLibrary();
        await BareThenRecordThenPlay(library, async (client, service) =>
            Assert.Equal(["hello Ada", "hello Bob"], await Call(client, service, "/greeter/Hello", "Ada", "Bob")));
    }

    [Fact]
    public async Task A_duplex_call_is_played_while_its_requests_are_still_being_written()
    {
        using var library = new TemporaryLibrary();
        await BareThenRecordThenPlay(library, async (client, service) =>
        {
            var answered = new TaskCompletionSource();
            using var request = Request(service, "/greeter/Talk", new DuplexContent([Frame("Ada")], answered.Task, [Frame("Bob")]));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            var stream = await response.Content.ReadAsStreamAsync();
            var first = new byte[Frame("hello Ada").Length];
            await stream.ReadExactlyAsync(first);
            answered.SetResult();

            Assert.Equal(Frame("hello Ada"), first);
            Assert.Equal(["hello Bob"], await ReadFrames(stream));
            Assert.Equal("0", response.TrailingHeaders.GetValues("grpc-status").Single());
        });

        Assert.Equal([.. Frame("Ada"), .. Frame("Bob")], library.Load("a").Interactions[0].Request.Body.Bytes.ToArray());
    }

    [Fact]
    public async Task A_duplex_call_whose_body_decides_is_refused_by_name()
    {
        using var library = new TemporaryLibrary();
        await using var service = await LoopbackServer.Http2(Greeter);
        await using (var recorder = library.Use("a"))
        {
            using var client = recorder.CreateClient();
            await Call(client, service.Address, "/greeter/Hello", "Ada");
            await Call(client, service.Address, "/greeter/Hello", "Bob");
        }

        await using var playing = library.Use("a", RecordMode.None);
        using var player = playing.CreateClient();
        using var request = Request(service.Address, "/greeter/Hello", new DuplexContent([], new TaskCompletionSource().Task, []));

        var fault = await Assert.ThrowsAsync<BetamaxException>(() => player.SendAsync(request));

        Assert.Contains("duplex", fault.Message, StringComparison.Ordinal);
    }

    private static async Task BareThenRecordThenPlay(TemporaryLibrary library, Func<HttpClient, Uri, Task> calls)
    {
        Uri address;
        await using (var service = await LoopbackServer.Http2(Greeter))
        {
            address = service.Address;
            using var bare = new HttpClient();
            await calls(bare, address);
            await using var recorder = library.Use("a");
            using var client = recorder.CreateClient();
            await calls(client, address);
        }

        await using var playing = library.Use("a", RecordMode.None);
        using var player = playing.CreateClient();
        await calls(player, address);
    }

    private static async Task Greeter(HttpContext context)
    {
        context.Response.ContentType = "application/grpc";
        var isKnown = context.Request.Path != "/greeter/Unknown";
        if (!isKnown)
        {
            context.Response.Headers["grpc-status"] = "12";
            return;
        }

        if (context.Request.Path == "/greeter/Talk")
        {
            await Talk(context);
        }

        foreach (var message in await ReadFrames(context.Request.Body))
        {
            var answers = context.Request.Path == "/greeter/Count"
                ? Enumerable.Range(1, int.Parse(message, System.Globalization.CultureInfo.InvariantCulture)).Select(number => $"{number}")
                : [$"hello {message}"];
            foreach (var answer in answers)
            {
                await context.Response.Body.WriteAsync(Frame(answer));
                await context.Response.Body.FlushAsync();
            }
        }

        context.Response.AppendTrailer("grpc-status", "0");
        context.Response.AppendTrailer("grpc-message", "fine");
    }

    /// <summary>Answers each message before it reads the next.</summary>
    private static async Task Talk(HttpContext context)
    {
        await context.Response.StartAsync();
        var head = new byte[5];
        while (await context.Request.Body.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false) == head.Length)
        {
            var message = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1))];
            await context.Request.Body.ReadExactlyAsync(message);
            await context.Response.Body.WriteAsync(Frame($"hello {Encoding.UTF8.GetString(message)}"));
            await context.Response.Body.FlushAsync();
        }
    }

    private static async Task<List<string>> Call(HttpClient client, Uri service, string method, params string[] messages)
    {
        using var request = Request(service, method, messages);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpVersion.Version20, response.Version);
        Assert.Empty(response.TrailingHeaders);
        var answers = await ReadFrames(await response.Content.ReadAsStreamAsync());
        Assert.Equal("0", response.TrailingHeaders.GetValues("grpc-status").Single());
        Assert.Equal("fine", response.TrailingHeaders.GetValues("grpc-message").Single());
        return answers;
    }

    private static HttpRequestMessage Request(Uri service, string method, params string[] messages) =>
        Request(service, method, new StreamContent(new MemoryStream([.. messages.SelectMany(Frame)])));

    private static HttpRequestMessage Request(Uri service, string method, HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        return new HttpRequestMessage(HttpMethod.Post, new Uri(service, method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Headers = { TE = { new TransferCodingWithQualityHeaderValue("trailers") } },
            Content = content,
        };
    }

    private static byte[] Frame(string message)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var frame = new byte[5 + text.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), text.Length);
        text.CopyTo(frame, 5);
        return frame;
    }

    private static async Task<List<string>> ReadFrames(Stream stream)
    {
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer);
        var messages = new List<string>();
        for (var rest = buffer.ToArray().AsMemory(); !rest.IsEmpty;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest.Span[1..]);
            messages.Add(Encoding.UTF8.GetString(rest.Span.Slice(5, length)));
            rest = rest[(5 + length)..];
        }

        return messages;
    }
}
