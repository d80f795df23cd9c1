using System.ComponentModel;
using System.Diagnostics;

namespace Betamax.Interop.Tests.Python;

/// <summary>Finds a Python with Betamax and httpbin. The first Python on the path may not have them, although the system's Python does.</summary>
internal static class PythonInterpreter
{
    private static readonly string[] Candidates = ["python3", "/usr/bin/python3", "python"];

    public const string HowToInstall =
        "No Python was found that can `import betamax, httpbin, requests`. "
        + "On Debian and Ubuntu: apt-get install python3-betamax python3-httpbin python3-requests.";

    /// <summary>The command that starts it; <see langword="null"/> if there is none.</summary>
    public static string? Command { get; } = Candidates.FirstOrDefault(HasEverything);

    private static bool HasEverything(string command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command)
            {
                ArgumentList = { "-c", "import betamax, httpbin, requests" },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
