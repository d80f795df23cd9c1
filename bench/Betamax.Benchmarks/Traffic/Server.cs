using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Betamax.Benchmarks.Traffic;

/// <summary>Kestrel on loopback. It answers every GET with 2 KiB of JSON, except those of large bodies.</summary>
internal sealed class Server : IAsyncDisposable
{
    public const string LargeText = "/large/text";
    public const string LargeBinary = "/large/binary";
    public const int LargeLength = 256 * 1024 * 1024;

    private static readonly byte[] Small = Exchanges.BodyOf(1);

    private readonly WebApplication _app;

    private Server(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<Server> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(context => context.Request.Path.Value switch
        {
            LargeText => Answer(context, "text/plain; charset=utf-8", [.. Enumerable.Repeat((byte)'x', 64 * 1024)], LargeLength),
            LargeBinary => Answer(context, "application/octet-stream", RandomBytes(64 * 1024), LargeLength),
            _ => Answer(context, "application/json; charset=utf-8", Small, Small.Length),
        });
        await app.StartAsync();
        return new(app);
    }

    private static async Task Answer(HttpContext context, string type, byte[] piece, int length)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = length;
        for (var sent = 0; sent < length; sent += piece.Length)
        {
            await context.Response.Body.WriteAsync(piece);
        }
    }

    private static byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
