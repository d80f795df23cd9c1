using System.Collections.Concurrent;

namespace Betamax.Testing;

/// <summary>Which test a cassette belongs to that is named for its test.</summary>
internal static class CassetteOwners
{
    // Windows and macOS do not tell names apart by case.
    private static readonly ConcurrentDictionary<string, TestIdentity> Owners = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="BetamaxException">Another test of this run has it.</exception>
    public static void Claim(string directory, string name, TestIdentity test)
    {
        var owner = Owners.GetOrAdd(Path.Combine(directory, name), test);
        if (owner.Id != test.Id || !ArgumentText.AreSame(owner.Arguments, test.Arguments))
        {
            throw new BetamaxException($"""
                Two tests have the same cassette, {name}:
                  {owner.Class}.{owner.Method.Name}
                  {test.Class}.{test.Method.Name}
                  in {directory}
                Give one of them a name, [UseCassette("…")], or arguments that differ in their text by more than case.
                """);
        }
    }
}
