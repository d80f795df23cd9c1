using System.Text.Json;
using Betamax.Recording;

namespace Betamax.Tests.Recording;

/// <summary>The variable affects the whole process, so no other test runs at the same time.</summary>
[Collection(nameof(RecordModeVariableTests))]
public sealed class UsageLogTests : IDisposable
{
    private readonly TemporaryLibrary _library = new();
    private readonly string _log;

    public UsageLogTests()
    {
        _log = Path.Combine(_library.Directory, "logs", "usage.jsonl");
        Environment.SetEnvironmentVariable(UsageLog.VariableName, _log);
    }

    [Fact]
    public async Task Each_eject_appends_a_line_about_its_cassette()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/0"), server.At("/1?token=t1"));
        await using (var recorder = _library.Use("a", new CassetteOptions { RecordMode = RecordMode.NewEpisodes, TestName = "Tests.Test" }))
        {
            await recorder.GetAll(server.At("/1?token=t1"), server.At("/2"));
        }

        var hashes = _library.Load("a").Interactions.Select(InteractionHash.Compute).ToList();
        Assert.Equal(3, hashes.Distinct().Count());
        Assert.Collection(
            ReadLog(),
            recorded => AssertLine(recorded, test: null, used: [], unused: [], recorded: hashes[..2]),
            played => AssertLine(played, "Tests.Test", used: [hashes[1]], unused: [hashes[0]], recorded: [hashes[2]]));
    }

    [Fact]
    public async Task What_a_discarded_run_has_played_is_used_and_what_it_recorded_is_not_saved()
    {
        await using var server = await LoopbackServer.Counting();
        await _library.Record("a", RecordMode.Once, server.At("/0"));
        var recorder = _library.Use("a", RecordMode.NewEpisodes);
        await recorder.GetAll(server.At("/0"), server.At("/1"));

        recorder.Discard();

        AssertLine(ReadLog()[^1], test: null, used: [InteractionHash.Compute(_library.Load("a").Interactions[0])], unused: [], recorded: []);
    }

    [Fact]
    public async Task Many_processes_and_threads_can_append_at_once()
    {
        const int Processes = 4;
        await using var server = await LoopbackServer.Counting();
        var running = Enumerable.Range(0, Processes).Select(number => RecordingProcess.Start(
            "eject", _library.Directory, server.Address.AbsoluteUri.TrimEnd('/'), nameof(RecordMode.Once), $"{1000 * number}", "run")).ToList();
        await Task.WhenAll(running.Select(async process =>
        {
            for (var ejected = 0; ejected < 10;)
            {
                ejected += (await process.StandardOutput.ReadLineAsync())!.StartsWith("ejected", StringComparison.Ordinal) ? 1 : 0;
            }

            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }).Concat(Enumerable.Range(0, 20).Select(number => Task.Run(() => _library.Use($"own{number}").Eject()))));

        Assert.InRange(ReadLog().Count(line => line.GetProperty("recorded").GetArrayLength() == 5), 10 * Processes, int.MaxValue);
        Assert.Equal(20, ReadLog().Count(line => line.GetProperty("recorded").GetArrayLength() == 0));
    }

    [Fact]
    public void A_log_that_cannot_be_written_is_a_warning()
    {
        var warnings = new List<string>();
        File.WriteAllText(Path.Combine(_library.Directory, "logs"), "a file, and no directory");

        _library.Use("a", new CassetteOptions { Warn = warnings.Add }).Eject();

        Assert.StartsWith("The usage log cannot be written", Assert.Single(warnings), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(UsageLog.VariableName, null);
        _library.Dispose();
    }

    private List<JsonElement> ReadLog() => [.. File.ReadAllLines(_log).Select(line => JsonElement.Parse(line))];

    private void AssertLine(JsonElement line, string? test, string[] used, string[] unused, IEnumerable<string> recorded)
    {
        Assert.Equal(1, line.GetProperty("schema").GetInt32());
        Assert.Equal(_library.PathOf("a"), line.GetProperty("cassette").GetString());
        Assert.Equal(test, line.GetProperty("test").GetString());
        Assert.InRange(line.GetProperty("time").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow);
        Assert.Equal(used, Hashes("used"));
        Assert.Equal(unused, Hashes("unused"));
        Assert.Equal(recorded, Hashes("recorded"));

        IEnumerable<string> Hashes(string name) => line.GetProperty(name).EnumerateArray().Select(hash => hash.GetString()!);
    }
}
