using System.Diagnostics;

namespace Betamax.Tests.Storage;

/// <summary>When a process is killed: after this moment and a random delay.</summary>
internal enum KillMoment
{
    Start,
    Recording,
    Saving,
}

/// <summary>A process that records and ejects until it is killed, and its output.</summary>
internal sealed class KilledRun(Process process, Func<bool> isSaving) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly List<string> _said = [];

    public IReadOnlyList<string> Said => _said;

    public async Task ComeTo(KillMoment moment, Random random)
    {
        switch (moment)
        {
            case KillMoment.Start:
                await Task.Delay(random.Next(250));
                break;
            case KillMoment.Recording:
                for (var lines = random.Next(1, 12); lines > 0; lines--)
                {
                    await Listen();
                }

                await Task.Delay(random.Next(5));
                break;
            default:
                for (var waited = Stopwatch.StartNew(); !isSaving() && waited.Elapsed < Patience;)
                {
                    // The file exists only for a few milliseconds.
                    await Task.Delay(1);
                }

                break;
        }
    }

    public async Task Kill()
    {
        process.Kill();
        while (await Listen())
        {
        }

        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    // A line without its full stop was interrupted. It does not count.
    private async Task<bool> Listen()
    {
        if (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is not { } line)
        {
            return false;
        }

        if (line.EndsWith('.'))
        {
            _said.Add(line[..^1]);
        }

        return true;
    }
}
