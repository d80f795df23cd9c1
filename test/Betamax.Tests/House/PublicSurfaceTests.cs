using Betamax.Tests.House.Surface;
using Microsoft.Extensions.DependencyInjection;

namespace Betamax.Tests.House;

public class PublicSurfaceTests
{
    private const string Folder = "test/Betamax.Tests/House";

    [Theory]
    [InlineData("PublicSurface", typeof(Cassette))]
    [InlineData("PublicSurface.Extensions.Http", typeof(BetamaxServiceCollectionExtensions))]
    public void The_public_surface_is_the_approved_one(string file, Type anyType)
    {
        var tree = SourceTree.FindOrSkip();
        var approvedFile = $"{Folder}/{file}.approved.txt";

        // One for each framework: they are tested at the same time.
        var receivedFile = $"{Folder}/{file}.net{Environment.Version.Major}.received.txt";
        var approvedPath = tree.PathOf(approvedFile);
        var receivedPath = tree.PathOf(receivedFile);
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : "";
        var received = PublicSurface.Of(anyType.Assembly);
        if (received == approved)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail($"""
            The public surface is not the approved one:

            {Difference(approved.Split('\n'), received.Split('\n'))}
            Where it is meant to be so, make the received text the approved one, and say in CHANGELOG.md what changed:
              mv {receivedFile} {approvedFile}
            """);
    }

    /// <summary>The lines that are gone (-) and new (+), each below the type that it belongs to.</summary>
    private static string Difference(string[] approved, string[] received)
    {
        var gone = InTheirTypes(approved).Except(InTheirTypes(received)).Select(line => (line.Type, Sign: '-', line.Text));
        var added = InTheirTypes(received).Except(InTheirTypes(approved)).Select(line => (line.Type, Sign: '+', line.Text));
        return string.Concat(gone.Concat(added)
            .GroupBy(line => line.Type)
            .SelectMany(lines => lines.Any(line => line.Text == lines.Key) ? lines : lines.Prepend((Type: lines.Key, Sign: ' ', Text: lines.Key)))
            .Select(line => $"{line.Sign} {line.Text}\n"));
    }

    private static IEnumerable<(string Type, string Text)> InTheirTypes(string[] lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            type = line.StartsWith("public ", StringComparison.Ordinal) ? line : type;
            if (line.Length > 1)
            {
                yield return (type, line);
            }
        }
    }
}
