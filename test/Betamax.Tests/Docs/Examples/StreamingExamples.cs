#pragma warning disable IDE0007, IDE0011 // Examples name their types and stay short.

using System.Net.ServerSentEvents;

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/streaming.md. They are compiled.</summary>
internal static class StreamingExamples
{
    public static async Task Events(CassetteLibrary library)
    {
        await using var recorder = library.UseCassette("events", o => o with { PlaybackSpeed = 1 });
        using var client = recorder.CreateClient();
        using var response = await client.GetAsync("https://example.org/events", HttpCompletionOption.ResponseHeadersRead);
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync())
            Console.WriteLine(item.Data);
    }

    public static CassetteOptions Clock(TimeProvider clock)
    {
        var stepped = new CassetteOptions { PlaybackSpeed = 1, TimeProvider = clock };

        return stepped;
    }

    public static CassetteOptions Failures()
    {
        var failing = new CassetteOptions { RecordFailures = true };

        return failing;
    }
}
