using System.Globalization;

namespace Betamax.Tests.Storage;

/// <summary>The cassettes of processes that are killed one after the other, and the recordings that must be on them.</summary>
internal sealed class KilledTapes : IDisposable
{
    private const int OldOnes = 150;
    private readonly RecordMode _mode;
    private readonly TemporaryLibrary _library = new();
    private readonly Dictionary<(string Cassette, string Path), int> _read = [];
    private int _round;

    public KilledTapes(RecordMode mode)
    {
        _mode = mode;
        if (mode != RecordMode.Once)
        {
            // Large enough that saving takes some time.
            new Cassette(Enumerable.Range(0, OldOnes).Select(Old)).Save(_library.PathOf("a"));
        }
    }

    public IReadOnlyList<string> Files => _library.Files;

    /// <summary>Whether there is a temporary file that will replace a cassette.</summary>
    public bool IsBeingSaved => Directory.EnumerateFiles(_library.Directory, "*.tmp").Any();

    public KilledRun Start(LoopbackServer server, int run)
    {
        foreach (var left in Directory.GetFiles(_library.Directory, "*.tmp"))
        {
            // The next temporary file is then of this run.
            File.Delete(left);
        }

        var process = RecordingProcess.Start(
            "eject", _library.Directory, server.Address.AbsoluteUri.TrimEnd('/'), _mode.ToString(), $"{_round}", $"{run}");
        return new(process, () => IsBeingSaved);
    }

    /// <summary>Asserts that everything that was read can be played, and that the old recordings are still there.</summary>
    public void AssertWhole(IReadOnlyList<string> said)
    {
        foreach (var words in said.Select(line => line.Split(' ')))
        {
            if (words is ["read", var cassette, var path, var body])
            {
                _read[(cassette, path)] = int.Parse(body, CultureInfo.InvariantCulture);
            }
            else
            {
                _round = int.Parse(words[1], CultureInfo.InvariantCulture) + 1;
            }
        }

        foreach (var cassette in _read.GroupBy(one => one.Key.Cassette, one => (one.Key.Path, Body: one.Value)))
        {
            var onTape = OnTape(cassette.Key);
            foreach (var (path, body) in cassette)
            {
                Assert.True(onTape.TryGetValue(path, out var found), $"{cassette.Key} has lost {path}");
                AssertSame(body, found, path);
            }
        }

        if (_mode != RecordMode.Once)
        {
            Assert.Equal(Enumerable.Range(0, OldOnes).Select(Old), _library.Load("a").Interactions.Take(OldOnes));
        }
    }

    public void Dispose() => _library.Dispose();

    // In the mode All, the process can be killed between reading a new answer and printing it.
    private void AssertSame(int said, int found, string path) =>
        Assert.True(_mode == RecordMode.All ? found >= said : found == said, $"{path} was {said} and is {found}");

    // This mode changes no file, so the next process finds what the last one left.
    private Dictionary<string, int> OnTape(string cassette)
    {
        using var recorder = _library.Use(cassette, RecordMode.None);
        return recorder.Cassette.Interactions
            .Select(one => (Path: new Uri(one.Request.Uri).AbsolutePath, Body: one.Response.Body.Text!))
            .Where(one => !one.Path.StartsWith("/old", StringComparison.Ordinal))
            .ToDictionary(one => one.Path, one => int.Parse(one.Body, CultureInfo.InvariantCulture));
    }

    private static Interaction Old(int number) => new(
        new("GET", $"http://127.0.0.1/old/{number}"),
        new(200, "OK", $"http://127.0.0.1/old/{number}") { Body = RecordedBody.FromText(new string('x', 2_000), "utf-8") });
}
