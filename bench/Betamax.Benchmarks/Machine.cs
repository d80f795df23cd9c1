using System.Runtime.InteropServices;

namespace Betamax.Benchmarks;

/// <summary>What a table was measured on.</summary>
internal static class Machine
{
    public static string Description =>
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} processors.";
}
