using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.AsLive;

public sealed class HandlerChainTests
{
    [Fact]
    public Task Handlers_above_and_below_do_their_work() =>
        ThreeRuns.Agree(
            context =>
            {
                context.Response.Headers["X-Sent"] = context.Request.Headers["X-Above"];
                return context.Response.WriteAsync($"{context.Request.Headers["X-Above"]}{context.Request.Headers["X-Below"]}");
            },
            async (caller, server) =>
            {
                await caller.Get(server);
                await caller.Send("POST", server, new StringContent("body"));
            },
            wirings:
            [
                new("chain", () => Marking("Above", Marking("Below", new SocketsHttpHandler())), recorder =>
                    Marking("Above", recorder.CreateHandler(Marking("Below", new SocketsHttpHandler())))),
            ]);

    [Fact]
    public async Task A_message_invoker_is_recorded_and_played()
    {
        using var library = new TemporaryLibrary();
        var server = await LoopbackServer.Counting();
        var uri = server.At("/");
        foreach (var mode in new[] { RecordMode.Once, RecordMode.None })
        {
            await using var recorder = library.Use("a", mode);
            using var invoker = new HttpMessageInvoker(recorder.CreateHandler());
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            using var response = await invoker.SendAsync(request, CancellationToken.None);
            Assert.Equal("1", await response.Content.ReadAsStringAsync());
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Each_attempt_of_a_handler_that_retries_is_recorded()
    {
        var attempts = 0;
        var tape = await ThreeRuns.Agree(
            context =>
            {
                context.Response.StatusCode = Interlocked.Increment(ref attempts) % 3 == 0 ? 200 : 503;
                return Task.CompletedTask;
            },
            (caller, server) => caller.Send("POST", server, new StringContent("body")),
            wirings: [new("retrying", () => new Retrying(new SocketsHttpHandler()), recorder => new Retrying(recorder.CreateHandler()))]);

        Assert.Equal([503, 503, 200], tape.Interactions.Select(interaction => interaction.Response.StatusCode));
        Assert.All(tape.Interactions, interaction => Assert.Equal("body", interaction.Request.Body.Text));
    }

    private static Marking Marking(string mark, HttpMessageHandler inner) => new(mark, inner);
}

/// <summary>Adds a header to each request and each response.</summary>
internal sealed class Marking(string mark, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Marked(base.Send(Marked(request), cancellationToken));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Marked(await base.SendAsync(Marked(request), cancellationToken));

    private HttpRequestMessage Marked(HttpRequestMessage request)
    {
        request.Headers.Add($"X-{mark}", mark);
        return request;
    }

    private HttpResponseMessage Marked(HttpResponseMessage response)
    {
        response.Headers.Add("X-Marked", mark);
        return response;
    }
}

/// <summary>Sends a request again after a server error.</summary>
internal sealed class Retrying(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = base.Send(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            response.Content.CopyTo(Stream.Null, context: null, cancellationToken);
            response.Dispose();
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            await response.Content.CopyToAsync(Stream.Null, cancellationToken);
            response.Dispose();
        }
    }
}
