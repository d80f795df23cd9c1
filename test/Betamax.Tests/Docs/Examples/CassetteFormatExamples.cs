#pragma warning disable IDE0007, IDE0011 // An example spells types out and stays short, for a reader without an editor.

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/cassette-format.md, for the compiler to read.</summary>
internal static class CassetteFormatExamples
{
    public static void Data()
    {
        Cassette cassette = Cassette.Load("old.json");
        var successes = cassette.Interactions.Where(interaction => interaction.Response.StatusCode < 400);
        new Cassette(successes).Save("new.json");
    }
}
