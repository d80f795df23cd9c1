namespace Betamax.Tests;

/// <summary>
/// How much the expensive tests do. A plain <c>dotnet test</c> does less, so that it stays short; <c>.ci/run</c> sets
/// <c>BETAMAX_THOROUGH=1</c> and does it all.
/// </summary>
internal static class Thorough
{
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("BETAMAX_THOROUGH") is { Length: > 0 };

    /// <summary>How often something is repeated. On .NET 8, which runs the same code, a few times are enough.</summary>
    public static int Count(int usual, int thorough, int onNet8)
    {
#if NET10_0_OR_GREATER
        return IsAsked ? thorough : usual;
#else
        return onNet8;
#endif
    }
}
