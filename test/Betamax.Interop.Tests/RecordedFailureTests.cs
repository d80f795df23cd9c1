using Betamax.Interop.Tests.Exchanges;
using Betamax.Interop.Tests.Scenarios;
using Betamax.Tests;

namespace Betamax.Interop.Tests;

/// <summary>Only this library plays recorded failures. Python Betamax plays the recordings around them.</summary>
public sealed class RecordedFailureTests(InteropFixture interop) : InteropTest(interop)
{
    private static readonly CassetteOptions Recording = new() { RecordFailures = true };

    [Fact]
    public async Task Recordings_next_to_failures_play_in_Python()
    {
        await using var broken = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf");
        Step[] good = [.. "123".Select(number => Request.Get($"{Address}/anything?number={number}"))];
        var recorded = new List<Seen>();
        await RecordAsync(async client =>
        {
            recorded.AddRange(await DotNetClient.SendAsync(client, good[..1]));
            await Assert.ThrowsAsync<HttpRequestException>(async () => await client.GetStringAsync(await Refusing()));
            recorded.AddRange(await DotNetClient.SendAsync(client, good[1..2]));
            await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(broken.Address));
            recorded.AddRange(await DotNetClient.SendAsync(client, good[2..]));
        });
        Assert.Equal([200, 0, 200, 200, 200], Cassette.Load(CassettePath).Interactions.Select(one => one.Response.StatusCode));

        var played = await WithoutTheServerAsync(() => PythonAsync(new("none"), good));

        AssertSame(recorded, played.Exchanges.Select(hops => hops[^1]));
    }

    [Fact]
    public async Task A_failure_is_a_response_with_the_status_0_in_Python()
    {
        var refusing = await Refusing();
        await RecordAsync(client => Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(refusing)));

        var played = await PythonAsync(new("none"), [Request.Get(refusing.AbsoluteUri)]);

        var seen = Assert.Single(Assert.Single(played.Exchanges));
        Assert.Equal((0, 0), (seen.Status, seen.Body.Length));
    }

    private async Task RecordAsync(Func<HttpClient, Task> requests)
    {
        await using var recorder = new CassetteLibrary(Directory, Recording).UseCassette(CassetteName);
        using var client = recorder.CreateClient();
        await requests(client);
    }

    /// <summary>Gets the address of a server that has stopped.</summary>
    private static async Task<Uri> Refusing()
    {
        await using var server = new RawServer("");
        return server.Address;
    }
}
