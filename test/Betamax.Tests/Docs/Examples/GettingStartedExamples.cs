#pragma warning disable IDE0007, IDE0011 // Examples name their types and stay short.

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/getting-started.md. They are compiled.</summary>
internal static class GettingStartedExamples
{
    public static async Task Record()
    {
        var library = new CassetteLibrary("cassettes");
        await using var recorder = library.UseCassette("github/user");
        using var client = recorder.CreateClient();
        string user = await client.GetStringAsync("https://api.github.com/users/octocat");
    }

    public static void OwnHandlers(Recorder recorder)
    {
        using var http = new HttpClient(recorder.CreateHandler(new SocketsHttpHandler()));
    }

    public static async Task Match(CassetteLibrary library)
    {
        await using var recorder = library.UseCassette("orders", o => o with
        {
            MatchRequestsOn =
            [
                RequestMatchers.Method,
                RequestMatchers.Uri,
                RequestMatchers.JsonBody.Ignoring("$.id"),
                RequestMatchers.Headers.Only("Accept"),
            ],
        });
    }

    public static async Task Hide(CassetteLibrary library, string token)
    {
        await using var recorder = library.UseCassette("orders", o => o with
        {
            Placeholders = [new Placeholder("<AUTH_TOKEN>", token)],
        });
    }
}
