using Betamax.Benchmarks.Measuring;
using Betamax.Benchmarks.Rows;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.Peers;

/// <summary>
/// Compares this library with recorders for other languages and with .NET stubs. Each sends the same requests to one server.
/// Each is compared with its own client without a recorder, and with this library.
/// </summary>
internal static class PeerTable
{
    private const int Requests = 1_000;

    public static async Task Print(Tapes tapes, Effort effort)
    {
        await using var server = await Server.Start();
        string[] paths = [.. Enumerable.Range(0, Requests).Select(Exchanges.PathOf)];
        var ours = await Measure(DotNetPeers.Betamax(DirectoryOf("betamax"), server.Address, paths));

        Console.WriteLine();
        Console.WriteLine("| who | recording ÷ its client alone | playing ÷ its client alone | recording ÷ ours | loading ÷ ours | playing ÷ ours |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        Print(ours, ours);
        Print(await Measure(DotNetPeers.MockHttp(server.Address, paths)), ours);
        Print(await Measure(DotNetPeers.WireMock(DirectoryOf("wiremock"), server.Address, paths)), ours);
        foreach (var command in ScriptPeers.All)
        {
            Console.Error.WriteLine(command[^1]);
            if (await ScriptPeers.Run(command, server.Address, Requests, effort.Runs, DirectoryOf(command[^1])) is { } times)
            {
                Print(times, ours);
            }
            else
            {
                Console.WriteLine($"| {command[^1]} | skipped: it does not run on this machine | | | | |");
            }
        }

        string DirectoryOf(string name) => Directory.CreateDirectory(Path.Combine(tapes.Library.Directory, "peers", name)).FullName;

        Task<PeerTimes> Measure(Peer peer)
        {
            Console.Error.WriteLine(peer.Name);
            return PeerTimes.Of(peer, Bare, effort.Runs);
        }

        async Task Bare()
        {
            using var client = new HttpClient();
            await Playing.GetAll(client, paths.Select(path => server.Address + path));
        }
    }

    private static void Print(PeerTimes one, PeerTimes ours) => Console.WriteLine(
        $"| {one.Name} | {Ratio(one.Record, one.Bare)} | {Ratio(one.Play, one.Bare)} "
        + $"| {Ratio(one.Record, ours.Record)} | {Ratio(one.Load, ours.Load)} | {Ratio(one.Play, ours.Play)} |");

    private static string Ratio(double? one, double? other) => one is null ? "—" : $"{one / other:0.00} ×";
}
