using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Betamax.Tests.Testing;

/// <summary>One run of the scenarios in the test project of a test framework.</summary>
/// <param name="Output">The output of the run.</param>
internal sealed record FrameworkProcess(string Output)
{
    public int Succeeded => Sum("succeeded");

    public int Failed => Sum("failed");

    public static async Task<FrameworkProcess> Run(string framework, Uri server)
    {
        var name = $"Betamax.{framework}.Tests";
        var program = Path.Combine(
            AppContext.BaseDirectory.Replace("Betamax.Tests", name, StringComparison.Ordinal), OperatingSystem.IsWindows() ? $"{name}.exe" : name);
        string[] filter = framework == "Xunit" ? ["--filter-trait", "scenario=record"] : ["--filter", "TestCategory=Scenario"];
        using var process = Process.Start(new ProcessStartInfo(program, [.. filter, "--output", "Detailed", "--no-ansi"])
        {
            RedirectStandardOutput = true,
            Environment = { ["BETAMAX_TEST_SERVER"] = server.ToString(), ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(output.ReplaceLineEndings("\n"));
    }

    private int Sum(string kind) =>
        int.Parse(Regex.Match(Output, $@"^ +{kind}: (\d+)$", RegexOptions.Multiline).Groups[1].Value, CultureInfo.InvariantCulture);
}
