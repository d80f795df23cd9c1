using System.Collections.Concurrent;

namespace Betamax.Testing;

/// <summary>Keeps track of which test each cassette belongs to, for cassettes that are named after their test.</summary>
internal static class CassetteOwners
{
    // On Windows and macOS, names that differ only by case are the same file.
    private static readonly ConcurrentDictionary<string, TestIdentity> Owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Registers a cassette for a test.</summary>
    /// <exception cref="BetamaxException">It belongs to another test of this run.</exception>
    public static void Claim(string directory, string name, TestIdentity test)
    {
        var owner = Owners.GetOrAdd(Path.Combine(directory, name), test);
        if (owner.Id != test.Id)
        {
            throw new BetamaxException($"""
                Two tests have the same cassette, {name}:
                  {owner.Class}.{owner.Method.Name}
                  {test.Class}.{test.Method.Name}
                  in {directory}
                Give one of them a name, [UseCassette("…")], or arguments whose texts differ by more than upper and lower case.
                """);
        }
    }
}
