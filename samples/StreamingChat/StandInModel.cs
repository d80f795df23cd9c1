using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace StreamingChat;

/// <summary>A server for the chat completions protocol on a free loopback port. Its answers are always the same.</summary>
internal sealed class StandInModel : IAsyncDisposable
{
    private static readonly TimeSpan BetweenTokens = TimeSpan.FromMilliseconds(60);

    private readonly WebApplication _app;

    private StandInModel(WebApplication app)
    {
        _app = app;
        Address = new Uri(new Uri(app.Urls.First()), "/v1");
    }

    public Uri Address { get; }

    public static async Task<StandInModel> StartAsync()
    {
        // A proxy from the environment cannot reach this machine.
        HttpClient.DefaultProxy = new WebProxy();

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        app.MapPost("/v1/chat/completions", CompleteAsync);
        await app.StartAsync();
        return new StandInModel(app);
    }

    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task CompleteAsync(HttpRequest request, HttpResponse response)
    {
        var json = await JsonNode.ParseAsync(request.Body);
        var question = (string?)json?["messages"]?[0]?["content"];
        var answer = question == "What is a cassette?"
            ? "A cassette is a file with recordings."
            : "The order of the recordings, and which of them have been played.";

        if ((bool?)json?["stream"] != true)
        {
            response.ContentType = "application/json";
            await response.WriteAsync(Completion("chat.completion", new { message = Message(answer), index = 0, finish_reason = "stop" }));
            return;
        }

        response.ContentType = "text/event-stream";
        foreach (var token in answer.Split(' ').Select((word, index) => index == 0 ? word : $" {word}"))
        {
            await SendAsync(Completion("chat.completion.chunk", new { delta = Message(token), index = 0 }));
            await Task.Delay(BetweenTokens);
        }

        await SendAsync(Completion("chat.completion.chunk", new { delta = new { }, index = 0, finish_reason = "stop" }));
        await SendAsync("[DONE]");

        async Task SendAsync(string data)
        {
            await response.WriteAsync($"data: {data}\n\n");
            await response.Body.FlushAsync();
        }
    }

    private static object Message(string content) => new { role = "assistant", content };

    private static string Completion(string kind, object choice) => JsonSerializer.Serialize(
        new { id = "chatcmpl-1", @object = kind, created = 1_700_000_000, model = "stand-in", choices = new[] { choice } });
}
