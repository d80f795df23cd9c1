using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Betamax.Benchmarks.Peers;

/// <summary>Recorders for other languages: scripts that send the same requests and print their times.</summary>
internal static class ScriptPeers
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    /// <summary>The command lines; the last argument is the script.</summary>
    public static readonly IReadOnlyList<string[]> All =
    [
        ["/usr/bin/python3", "-B", "betamax_python.py"],
        ["/usr/bin/python3", "-B", "vcrpy.py"],
        ["ruby", "vcr.rb"],
        ["node", "pollyjs.mjs"],
    ];

    /// <summary>Runs a script and returns its times; <see langword="null"/> if it cannot run on this machine.</summary>
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

    /// <summary>Runs a command and returns its output. Its error output stays visible.</summary>
    private static async Task<string> OutputOf(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}.");
    }
}
