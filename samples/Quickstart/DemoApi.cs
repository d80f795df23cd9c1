using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Quickstart;

/// <summary>A small HTTP API on a free loopback port, with one route for each kind of answer.</summary>
internal sealed class DemoApi : IAsyncDisposable
{
    private static readonly byte[] Cover = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAMAAADXqc3KAAAACVBMVEX///8oLDTmtFCoexWvAAAALUlEQVR42mNgoANg"
        + "xAHoKcHEiMaASDCBAAqDgAQTE1QAziDbKNyuonGQ0AEAAAWZAbvRSxMeAAAAAElFTkSuQmCC");

    private readonly WebApplication _app;
    private readonly Uri _uri;

    private DemoApi(WebApplication app)
    {
        _app = app;
        _uri = new Uri(app.Urls.First());
    }

    /// <summary>Host and port.</summary>
    public string Address => _uri.Authority;

    public IReadOnlyList<Call> Calls =>
    [
        Get("/films"),
        new Call("POST /echo", HttpMethod.Post, new Uri(_uri, "/echo")) { Json = """{"title":"Le Fabuleux Destin d'Amélie Poulain"}""" },
        Get("/cover.png"),
        Get("/old-films"),
        Get("/script.txt"),
        Get("/films/42"),
        Get("/login"),
        Get("/account"),
    ];

    public static async Task<DemoApi> StartAsync()
    {
        // A proxy from the environment cannot reach this machine.
        HttpClient.DefaultProxy = new WebProxy();

        // The empty builder reads no environment variables and no settings files.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        MapRoutes(app);
        await app.StartAsync();
        return new DemoApi(app);
    }

    public Task StopAsync() => _app.StopAsync();

    /// <summary>Returns whether connections to the API are refused.</summary>
    public async Task<bool> IsGoneAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(_uri.Host, _uri.Port);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void MapRoutes(WebApplication app)
    {
        app.MapGet("/films", () => Results.Json(new[] { new Film(1, "Stalker", 1979), new Film(2, "Blade Runner", 1982) }));
        app.MapGet("/films/{id}", (int id) => Results.Json(new { error = $"there is no film {id}" }, statusCode: 404));
        app.MapPost("/echo", async (HttpRequest request) =>
            Results.Text(await new StreamReader(request.Body).ReadToEndAsync(), "application/json", Encoding.UTF8, 201));
        app.MapGet("/cover.png", () => Results.Bytes(Cover, "image/png"));
        app.MapGet("/old-films", () => Results.Redirect("/films"));
        app.MapGet("/script.txt", async (HttpResponse response) =>
        {
            response.ContentType = "text/plain; charset=utf-8";
            response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(response.Body, CompressionLevel.Optimal);
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Be kind, rewind. Été à la carte.\n", 40))));
        });
        app.MapGet("/login", (HttpResponse response) =>
        {
            response.Cookies.Append("session", Guid.NewGuid().ToString("N"), new CookieOptions { HttpOnly = true });
            return Results.Text("Welcome.");
        });
        app.MapGet("/account", (HttpRequest request) =>
            request.Cookies.ContainsKey("session") ? Results.Text("Your account.") : Results.StatusCode(403));
    }

    private Call Get(string path) => new($"GET {path}", HttpMethod.Get, new Uri(_uri, path));

    private sealed record Film(int Id, string Title, int Year);
}
