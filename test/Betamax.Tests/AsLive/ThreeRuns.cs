using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.AsLive;

/// <summary>The client code of a scenario.</summary>
internal delegate Task Script(Caller caller, Uri server);

/// <summary>
/// Runs the same client code without a recorder, while recording, and while playing after the server has stopped, in every
/// wiring and style. The caller must see the same each time.
/// </summary>
internal static class ThreeRuns
{
    /// <returns>What the recorder's own client recorded.</returns>
    public static async Task<Cassette> Agree(
        RequestDelegate answer, Script script, CassetteOptions? options = null, IReadOnlyList<Wiring>? wirings = null)
    {
        var server = await LoopbackServer.Answering(answer);
        return await Agree(server, server.Address, script, options, wirings);
    }

    /// <inheritdoc cref="Agree(RequestDelegate, Script, CassetteOptions, IReadOnlyList{Wiring})"/>
    public static async Task<Cassette> Agree(
        string rawResponse, Script script, CassetteOptions? options = null, IReadOnlyList<Wiring>? wirings = null)
    {
        var server = new RawServer(rawResponse);
        return await Agree(server, server.Address, script, options, wirings);
    }

    private static async Task<Cassette> Agree(
        IAsyncDisposable server, Uri address, Script script, CassetteOptions? options, IReadOnlyList<Wiring>? wirings)
    {
        options = (options ?? new()) with { Redaction = Redaction.None };
        var ways = (wirings ?? Wiring.All).SelectMany(wiring => Style.All.Select(style => (wiring, style))).ToArray();
        using var library = new TemporaryLibrary();
        var seen = new List<string>();
        await using (server)
        {
            foreach (var (wiring, style) in ways)
            {
                await using var recorder = library.Use($"{seen.Count}", options);
                seen.Add(await Run(wiring.Bare(), style, script, address));
                Same(seen[^1], await Run(wiring.Recorded(recorder), style, script, address), "recording", wiring, style);
            }
        }

        for (var index = 0; index < ways.Length; index++)
        {
            var (wiring, style) = ways[index];
            await using var recorder = library.Use($"{index}", options with { RecordMode = RecordMode.None });
            Same(seen[index], await Run(wiring.Recorded(recorder), style, script, address), "playing", wiring, style);
        }

        return library.Load("0");
    }

    private static async Task<string> Run(HttpMessageHandler handler, Style style, Script script, Uri server)
    {
        using var client = new HttpClient(handler);
        var caller = new Caller(client, style);
        await script(caller, server);
        Assert.NotEmpty(caller.Seen);
        return caller.Seen;
    }

    private static void Same(string bare, string seen, string run, Wiring wiring, Style style) =>
        Assert.True(bare == seen, $"{wiring.Name}, {style}\n--- without a recorder\n{bare}\n--- {run}\n{seen}");
}
