using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Betamax.Benchmarks.Peers;

/// <summary>The recorders of other languages: scripts that ask the same server and say what they took.</summary>
internal static class ScriptPeers
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    /// <summary>Each as a command line, which ends in a script.</summary>
    public static readonly IReadOnlyList<string[]> All =
    [
        ["/usr/bin/python3", "-B", "betamax_python.py"],
        ["/usr/bin/python3", "-B", "vcrpy.py"],
        ["ruby", "vcr.rb"],
        ["node", "pollyjs.mjs"],
    ];

    /// <summary>What it took; <see langword="null"/> = it does not run here.</summary>
    public static async Task<PeerTimes?> Run(string[] command, string server, int requests, int runs, string directory)
    {
        try
        {
            if (command[^1] == "pollyjs.mjs")
            {
                await OutputOf(
                    "npm", "install", "--silent", "--prefix", directory,
                    "@pollyjs/core@6.0.6", "@pollyjs/adapter-node-http@6.0.6", "@pollyjs/persister-fs@6.0.6");
            }

            var script = Path.Combine(AppContext.BaseDirectory, "Peers", "Scripts", command[^1]);
            return JsonSerializer.Deserialize<PeerTimes>(
                await OutputOf([.. command[..^1], script, server, $"{requests}", $"{runs}", directory]), Json);
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return null;
        }
    }

    /// <summary>What a command says; what it complains of, everybody sees.</summary>
    private static async Task<string> OutputOf(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}.");
    }
}
