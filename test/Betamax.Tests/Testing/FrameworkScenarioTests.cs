using Betamax.Tests.House;
using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Testing;

/// <summary>
/// Runs the scenarios of each test framework in a separate process: first with a server, to record, then without, to play. Some
/// scenarios fail on purpose.
/// </summary>
public sealed class FrameworkScenarioTests
{
    [Theory]
    [InlineData("Xunit")]
    [InlineData("NUnit")]
    [InlineData("MSTest")]
    public async Task Tests_record_and_play_and_a_failed_one_changes_nothing(string framework)
    {
        var folder = SourceTree.FindOrSkip().PathOf($"test/Betamax.{framework}.Tests/bin/recorded/net{Environment.Version.Major}.0");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        using var met = new CountdownEvent(2);
        var bothMet = new TaskCompletionSource();
        var server = await LoopbackServer.Answering(async context =>
        {
            if (context.Request.Path.StartsWithSegments("/meet", StringComparison.Ordinal))
            {
                if (met.Signal())
                {
                    bothMet.SetResult();
                }

                await bothMet.Task.WaitAsync(TimeSpan.FromMinutes(1));
            }

            await context.Response.WriteAsync(context.Request.Path.Value![1..]);
        });
        var once = Path.Combine(folder, "once.json");
        Directory.CreateDirectory(folder);
        new Cassette([new(new("GET", $"{server.Address}known"), new(200, "OK", $"{server.Address}known"))]).Save(once);
        var before = await File.ReadAllBytesAsync(once);

        var recording = await FrameworkProcess.Run(framework, server.Address);
        var recorded = Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        await server.DisposeAsync();
        var playing = await FrameworkProcess.Run(framework, server.Address);

        Assert.Equal(["Scenarios.Row(a_c)~", "Scenarios.Row(alien).json", "Scenarios.Row(brazil).json", "meets-a.json", "meets-b.json", "once.json"],
            recorded.Keys.Select(name => name.Contains('~') ? name[..(name.IndexOf('~') + 1)] : name).Order(StringComparer.Ordinal));
        Assert.Equal(1, server.Requests.Count(request => request == "GET /alien"));
        Assert.Equal(recorded, Directory.GetFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllText));
        Assert.Equal(before, await File.ReadAllBytesAsync(once));
        foreach (var run in new[] { recording, playing })
        {
            Assert.Equal((6, 4), (run.Succeeded, run.Failed));
            Assert.Contains("on purpose", run.Output, StringComparison.Ordinal);
            Assert.Contains("A request of this test was refused. No recording can be played for GET " + server.Address + "unknown", run.Output, StringComparison.Ordinal);
        }

        Assert.Contains("so what it recorded is not saved: 1 interaction.", recording.Output, StringComparison.Ordinal);
    }
}
