using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Betamax.Tests;

/// <summary>A real HTTP server on loopback that lists the requests it receives.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _requests = [];

    private LoopbackServer(WebApplication app) => _app = app;

    /// <summary>Method, path and query of each received request, in order of arrival.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts a server that answers every request with the same delegate.</summary>
    public static Task<LoopbackServer> Answering(RequestDelegate answer) => Start(app => app.Run(answer));

    /// <summary>Starts a server that answers with the number of the request: 1, 2, 3…</summary>
    public static Task<LoopbackServer> Counting()
    {
        var count = 0;
        return Answering(context => context.Response.WriteAsync($"{Interlocked.Increment(ref count)}"));
    }

    /// <summary>Starts a server that only speaks HTTP/2 without TLS.</summary>
    public static Task<LoopbackServer> Http2(RequestDelegate answer) => Start(app => app.Run(answer), HttpProtocols.Http2);

    public static async Task<LoopbackServer> Start(Action<WebApplication> configure, HttpProtocols protocols = HttpProtocols.Http1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AllowSynchronousIO = true;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = protocols);
        });
        builder.Services.AddRouting();
        var server = new LoopbackServer(builder.Build());
        server._app.Use((context, next) =>
        {
            server._requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
            return next(context);
        });
        configure(server._app);
        await server._app.StartAsync();
        server.Address = new Uri(server._app.Urls.Single());
        return server;
    }

    public Uri At(string pathAndQuery) => new(Address, pathAndQuery);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
