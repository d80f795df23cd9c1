using System.Runtime.InteropServices;

namespace Betamax.Benchmarks;

/// <summary>Describes the machine that a table was measured on.</summary>
internal static class Machine
{
    public static string Description =>
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors.";
}
