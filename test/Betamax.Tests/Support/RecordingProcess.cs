using System.Diagnostics;

namespace Betamax.Tests;

/// <summary>Starts the program Betamax.RecordingProcess.</summary>
internal static class RecordingProcess
{
    public static Process Start(params string[] arguments)
    {
        var program = Path.Combine(
            AppContext.BaseDirectory.Replace("Betamax.Tests", "Betamax.RecordingProcess", StringComparison.Ordinal),
            OperatingSystem.IsWindows() ? "Betamax.RecordingProcess.exe" : "Betamax.RecordingProcess");
        return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
    }

    /// <summary>Runs the program to its end, and returns its output lines.</summary>
    public static async Task<string[]> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
