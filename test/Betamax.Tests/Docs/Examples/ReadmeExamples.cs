#pragma warning disable IDE0007, IDE0011 // Examples name their types and stay short.

using Microsoft.Extensions.DependencyInjection;

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of README.md. They are compiled.</summary>
internal static class ReadmeExamples
{
    public static async Task FirstScreen()
    {
        var library = new CassetteLibrary("tests/cassettes");

        await using (var recorder = library.UseCassette("example"))    // first run: records. Later runs: plays
        {
            using HttpClient client = recorder.CreateClient();
            string body = await client.GetStringAsync("https://httpbin.org/get");
        }                                                              // tests/cassettes/example.json is saved
    }

    public static CassetteOptions Options(string token)
    {
        var options = new CassetteOptions
        {
            RecordMode = RecordMode.None,
            MatchRequestsOn = [RequestMatchers.Method, RequestMatchers.Uri, RequestMatchers.JsonBody.Ignoring("$.id")],
            Placeholders = [new Placeholder("<AUTH_TOKEN>", token)],
        };

        return options;
    }

    public static void Container(IServiceCollection services)
    {
        services.AddBetamax();    // every client of IHttpClientFactory uses the cassette of the running test
    }

    public static void Data()
    {
        Cassette cassette = Cassette.Load("tests/cassettes/example.json");
        foreach (Interaction i in cassette.Interactions)
            Console.WriteLine($"{i.Request.Method} {i.Request.Uri} -> {i.Response.StatusCode} at {i.RecordedAt:u}");
        cassette.Save("copy.json");
    }
}
