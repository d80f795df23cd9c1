using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Betamax.Tests.House;

namespace Betamax.Tests.Recording;

/// <summary>Records a cassette from a real server, and checks the message of a refused request on playback.</summary>
internal sealed class RefusalScene : IAsyncDisposable
{
    private readonly TemporaryLibrary _library = new();
    private readonly LoopbackServer _server;

    private RefusalScene(LoopbackServer server) => _server = server;

    public string CassettePath => _library.PathOf("a");

    /// <summary>Records requests to relative URIs, one after the other.</summary>
    public static async Task<RefusalScene> OnTape(params HttpRequestMessage[] requests)
    {
        var scene = new RefusalScene(await LoopbackServer.Counting());
        await using var recorder = scene._library.Use("a");
        await scene.Send(recorder, requests);
        return scene;
    }

    public static HttpRequestMessage Get(string uri) => new(HttpMethod.Get, uri);

    public static HttpRequestMessage Post(string uri, string body, string contentType = "text/plain") =>
        new(HttpMethod.Post, uri) { Content = new StringContent(body, new MediaTypeHeaderValue(contentType)) };

    public static HttpRequestMessage PostJson(string body) => Post("/films", body, "application/json");

    public void Edit(Func<string, string> edit) => _library.Write("a", edit(File.ReadAllText(CassettePath)));

    /// <summary>Plays requests. None is refused.</summary>
    public async Task Play(CassetteOptions options, params HttpRequestMessage[] requests)
    {
        await using var recorder = _library.Use("a", options);
        await Send(recorder, requests);
    }

    /// <summary>Plays requests. The last is refused with the message in the folder Refusals.</summary>
    public async Task<UnhandledRequestException> Refuses(
        CassetteOptions options, HttpRequestMessage[] requests, [CallerMemberName] string test = "")
    {
        await using var recorder = _library.Use("a", options);
        await Send(recorder, requests[..^1]);
        var sent = _server.Requests.Count;
        var refusal = await Assert.ThrowsAsync<UnhandledRequestException>(() => Send(recorder, requests[^1]));
        Assert.Equal(sent, _server.Requests.Count);
        AssertApproved(refusal.Message, test);
        return refusal;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _library.Dispose();
    }

    private async Task Send(Recorder recorder, params HttpRequestMessage[] requests)
    {
        using var client = recorder.CreateClient();
        client.BaseAddress = _server.Address;
        foreach (var request in requests)
        {
            using var response = await client.SendAsync(request);
        }
    }

    private void AssertApproved(string message, string test)
    {
        var path = SourceTree.FindOrSkip().PathOf($"test/Betamax.Tests/Recording/Refusals/{test}");
        var (approvedPath, receivedPath) = (path + ".approved.txt", $"{path}.net{Environment.Version.Major}.received.txt");
        var received = message
            .Replace(CassettePath, "/library/a.json", StringComparison.Ordinal)
            .Replace($"{_server.Address.Port}", "PORT", StringComparison.Ordinal) + "\n";
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : "";
        if (received == approved)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail($"The refusal is not worded as in {approvedPath}. If it is better so: mv {receivedPath} {approvedPath}\n\n{received}");
    }
}
