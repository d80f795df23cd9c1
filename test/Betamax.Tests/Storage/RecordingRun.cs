namespace Betamax.Tests.Storage;

/// <summary>A process that records until it is killed.</summary>
internal sealed class RecordingRun : IDisposable
{
    private readonly System.Diagnostics.Process _process;
    private readonly List<string> _read = [];

    private RecordingRun(System.Diagnostics.Process process) => _process = process;

    /// <summary>The bodies that the process has read to their end.</summary>
    public IReadOnlyList<string> Read => _read;

    public static async Task<RecordingRun> Start(TemporaryLibrary library, LoopbackServer server, RecordMode mode, int atLeast)
    {
        var run = new RecordingRun(RecordingProcess.Start("forever", library.Directory, server.Address.AbsoluteUri.TrimEnd('/'), mode.ToString()));
        while (run._read.Count < atLeast)
        {
            run._read.Add((await run._process.StandardOutput.ReadLineAsync())!);
        }

        return run;
    }

    /// <summary>Kills the process.</summary>
    public async Task Kill()
    {
        _process.Kill();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _read.Add(line);
        }

        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
