using System.Diagnostics;

namespace Betamax.Tests;

/// <summary>The system's Python, if there is one.</summary>
internal static class Python
{
    private const string Path = "/usr/bin/python3";

    /// <summary>Runs a program and returns its output. Skips the test if there is no Python.</summary>
    public static async Task<string> Run(string program, params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Path), $"There is no {Path}.");
        var start = new ProcessStartInfo(Path, ["-X", "utf8", "-c", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var python = Process.Start(start)!;
        var faults = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var printed = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(python.ExitCode == 0, await faults);
        return printed;
    }
}
