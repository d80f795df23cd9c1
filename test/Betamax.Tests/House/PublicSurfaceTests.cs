using System.Reflection;
using Betamax.Tests.House.Surface;
using Microsoft.Extensions.DependencyInjection;

namespace Betamax.Tests.House;

public class PublicSurfaceTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one() => AssertApproved("PublicSurface", typeof(Cassette).Assembly);

    [Fact]
    public void The_public_surface_of_the_container_extensions_is_the_approved_one() =>
        AssertApproved("PublicSurface.Extensions.Http", typeof(BetamaxServiceCollectionExtensions).Assembly);

    [Theory]
    [InlineData("Xunit")]
    [InlineData("NUnit")]
    [InlineData("MSTest")]
    public void The_public_surface_of_each_framework_package_is_the_approved_one(string framework)
    {
        // These packages have an attribute of the same name, so each is checked from the project that uses it.
        var path = AppContext.BaseDirectory.Replace("Betamax.Tests", $"Betamax.{framework}.Tests", StringComparison.Ordinal);
        AssertApproved($"PublicSurface.{framework}", Assembly.LoadFrom(Path.Combine(path, $"Betamax.{framework}.dll")));
    }

    private static void AssertApproved(string name, Assembly assembly)
    {
        // There is one received text per .NET version, because they are tested at the same time.
        var approvedFile = $"test/Betamax.Tests/House/{name}.approved.txt";
        var receivedFile = $"test/Betamax.Tests/House/{name}.net{Environment.Version.Major}.received.txt";
        var tree = SourceTree.FindOrSkip();
        var approvedPath = tree.PathOf(approvedFile);
        var receivedPath = tree.PathOf(receivedFile);
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : "";
        var received = PublicSurface.Of(assembly);
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

    /// <summary>Lists the removed lines (-) and the added lines (+), each below its type.</summary>
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
