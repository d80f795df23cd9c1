using Betamax.Benchmarks.Rows;
using WireMock.Handlers;
using WireMock.Server;
using WireMock.Settings;

namespace Betamax.Benchmarks.Peers;

/// <summary>This library and its .NET peers, each used as at the beginning of its documentation.</summary>
internal static class DotNetPeers
{
    public static Peer Betamax(string directory, string server, string[] paths)
    {
        var library = new CassetteLibrary(directory);
        return new(
            "betamax",
            Record: () =>
            {
                File.Delete(Path.Combine(directory, "peer.json"));
                return Run(RecordMode.Once, paths);
            },
            Load: () => Run(RecordMode.None, paths[..1]),
            Play: () => Run(RecordMode.None, paths));

        async Task Run(RecordMode mode, string[] asked)
        {
            await using var recorder = library.UseCassette("peer", o => o with { RecordMode = mode });
            using var client = recorder.CreateClient();
            await Playing.GetAll(client, asked.Select(path => server + path));
        }
    }

    public static Peer MockHttp(string server, string[] paths)
    {
        return new("RichardSzalay.MockHttp 6.0.0", Record: null, Load: () => Play(paths[..1]), Play: () => Play(paths));

        async Task Play(string[] asked)
        {
            using var client = Peers.MockHttp.ClientOf(paths.Select(path => server + path));
            await Playing.GetAll(client, asked.Select(path => server + path));
        }
    }

    /// <summary>A server between the client and the network that records what it forwards.</summary>
    public static Peer WireMock(string directory, string server, string[] paths)
    {
        var files = new LocalFileSystemHandler(directory);
        return new(
            "WireMock.Net.Minimal 2.21.0",
            Record: () =>
            {
                Directory.Delete(directory, recursive: true);
                return Run(new() { FileSystemHandler = files, ProxyAndRecordSettings = Recording(server) }, paths);
            },
            Load: () => Run(new() { FileSystemHandler = files, ReadStaticMappings = true }, paths[..1]),
            Play: () => Run(new() { FileSystemHandler = files, ReadStaticMappings = true }, paths));

        static async Task Run(WireMockServerSettings settings, string[] asked)
        {
            using var mock = WireMockServer.Start(settings);
            using var client = new HttpClient();
            await Playing.GetAll(client, asked.Select(path => mock.Url + path));
        }
    }

    // Its own address differs in each run, so it is not matched.
    private static ProxyAndRecordSettings Recording(string server) =>
        new() { Url = server, SaveMapping = true, SaveMappingToFile = true, ExcludedHeaders = ["Host"] };
}
