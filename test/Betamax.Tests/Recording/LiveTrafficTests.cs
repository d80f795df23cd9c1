using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Betamax.Tests.Recording;

public sealed class LiveTrafficTests
{
    [Fact]
    public async Task A_body_is_whole_when_as_many_bytes_were_read_as_the_server_has_named()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context =>
        {
            context.Response.ContentLength = 4;
            return context.Response.WriteAsync("four");
        });
        await using var recorder = library.Use("a");
        using var client = recorder.CreateClient();

        using (var response = await client.GetAsync(server.At("/"), HttpCompletionOption.ResponseHeadersRead))
        {
            var stream = await response.Content.ReadAsStreamAsync();
            await stream.ReadExactlyAsync(new byte[4]);
        }

        Assert.Equal("four", Assert.Single(recorder.Cassette.Interactions).Response.Body.Text);
    }

    [Fact]
    public async Task Headers_are_recorded_as_received_even_if_they_are_almost_those_of_the_message_before()
    {
        (string Name, string[] Values)[][] variants =
        [
            [("X-A", ["1"]), ("X-B", ["2"])],
            [("X-A", ["1"]), ("X-B", ["2"])],
            [("X-A", ["1"]), ("X-B", ["3"])],
            [("X-B", ["3"]), ("X-A", ["1"])],
            [("X-A", ["1", "2"]), ("X-B", ["3"])],
            [("X-A", ["1", "3"]), ("X-B", ["3"])],
            [("x-a", ["1"]), ("X-B", ["3"])],
            [("X-A", ["1"])],
            [],
        ];
        using var library = new TemporaryLibrary();
        var asked = -1;
        await using var server = await LoopbackServer.Answering(context =>
        {
            foreach (var (name, values) in variants[++asked])
            {
                context.Response.Headers.Append(name, values);
            }

            return context.Response.WriteAsync("body");
        });
        await using var recorder = library.Use("a");
        using var client = recorder.CreateClient();

        foreach (var variant in variants)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, server.At("/"));
            foreach (var (name, values) in variant)
            {
                request.Headers.Add(name, values);
            }

            using var response = await client.SendAsync(request);
        }

        Assert.Equal(
            variants.Select(variant => variant.Select(header => $"{header.Name}: {string.Join(", ", header.Values)}")),
            recorder.Cassette.Interactions.Select(interaction => Own(interaction.Request.Headers)));
        Assert.Equal(
            variants.Select(variant => variant.Select(header => $"{header.Name}: {string.Join(" | ", header.Values)}")),
            recorder.Cassette.Interactions.Select(interaction => Own(interaction.Response.Headers)));

        static IEnumerable<string> Own(RecordedHeaders headers) => headers
            .Where(header => header.Key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {string.Join(" | ", header.Value)}");
    }

    [Theory]
    [InlineData("HEAD", 200)]
    [InlineData("GET", 204)]
    [InlineData("GET", 304)]
    [InlineData("DELETE", 200)]
    public async Task A_response_without_a_body_is_recorded_without_being_read(string method, int status)
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentLength = method == "HEAD" ? 1234 : status == 200 ? 0 : null;
            return Task.CompletedTask;
        });
        await using (var recorder = library.Use("a"))
        {
            using var client = recorder.CreateClient();
            using var request = new HttpRequestMessage(new HttpMethod(method), server.At("/"));
            using var live = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }

        await using var playing = library.Use("a", RecordMode.None);
        using var player = playing.CreateClient();
        using var again = new HttpRequestMessage(new HttpMethod(method), server.At("/"));
        using var played = await player.SendAsync(again);

        Assert.Equal(status, (int)played.StatusCode);
        Assert.Empty(await played.Content.ReadAsByteArrayAsync());
        if (method == "HEAD")
        {
            Assert.Equal(1234, played.Content.Headers.ContentLength);
        }
    }

    [Fact]
    public async Task Headers_and_bytes_reach_the_caller_as_they_arrive()
    {
        using var library = new TemporaryLibrary();
        var readFirst = new TaskCompletionSource();
        await using var server = await LoopbackServer.Answering(async context =>
        {
            context.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            await readFirst.Task;
            await context.Response.WriteAsync("second");
        });
        await using var recorder = library.Use("a");
        using var client = recorder.CreateClient();

        using var response = await client.GetAsync(server.At("/"), HttpCompletionOption.ResponseHeadersRead);
        var stream = await response.Content.ReadAsStreamAsync();
        await stream.ReadExactlyAsync(new byte[5]);
        Assert.Empty(recorder.Cassette.Interactions);
        readFirst.SetResult();
        using var rest = new StreamReader(stream);
        Assert.Equal("second", await rest.ReadToEndAsync());

        Assert.Equal("firstsecond", Assert.Single(recorder.Cassette.Interactions).Response.Body.Text);
    }

    [Fact]
    public async Task Parallel_requests_do_not_wait_for_one_another_and_are_recorded_in_the_order_of_sending()
    {
        const int Count = 20;
        using var library = new TemporaryLibrary();
        var arrived = new CountdownEvent(Count);
        var answers = Enumerable.Range(0, Count).Select(_ => new TaskCompletionSource()).ToArray();
        await using var server = await LoopbackServer.Answering(async context =>
        {
            var number = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            arrived.Signal();
            await answers[number].Task;
            await context.Response.WriteAsync($"{number}");
        });
        await using (var recorder = library.Use("a"))
        {
            using var client = recorder.CreateClient();
            var requests = Enumerable.Range(0, Count).Select(number => client.GetStringAsync(server.At($"/{number}"))).ToArray();
            Assert.True(arrived.Wait(TimeSpan.FromSeconds(30)), "Every request must be under way at once.");
            foreach (var (answer, number) in answers.Select((answer, number) => (answer, number)).Reverse())
            {
                answer.SetResult();
                Assert.Equal($"{number}", await requests[number]);
            }
        }

        Assert.Equal(
            Enumerable.Range(0, Count).Select(number => $"{number}"),
            library.Load("a").Interactions.Select(interaction => interaction.Response.Body.Text!));
    }

    [Fact]
    public async Task Synchronous_requests_are_recorded_and_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        foreach (var mode in new[] { RecordMode.Once, RecordMode.None })
        {
            using var recorder = library.Use("a", mode);
            using var client = recorder.CreateClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, server.At("/")) { Content = new StringContent("question") };
            using var response = client.Send(request);
            using var reader = new StreamReader(response.Content.ReadAsStream());
            Assert.Equal("1", reader.ReadToEnd());
        }

        Assert.Equal("question", Assert.Single(library.Load("a").Interactions).Request.Body.Text);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_request_stream_that_cannot_seek_is_sent_and_recorded_once()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context => context.Request.Body.CopyToAsync(context.Response.Body));
        foreach (var mode in new[] { RecordMode.Once, RecordMode.NewEpisodes })
        {
            await using var recorder = library.Use("a", mode);
            using var client = recorder.CreateClient();
            using var content = new StreamContent(new OneWayStream("streamed"u8.ToArray()));
            using var response = await client.PostAsync(server.At($"/{mode}"), content);
            Assert.Equal("streamed", await response.Content.ReadAsStringAsync());
            Assert.Same(content, response.RequestMessage!.Content);
        }

        Assert.All(library.Load("a").Interactions, interaction => Assert.Equal("streamed", interaction.Request.Body.Text));
    }

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
