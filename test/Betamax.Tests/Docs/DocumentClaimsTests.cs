using System.Text;
using System.Text.RegularExpressions;
using Betamax.Recording.Traffic;
using Betamax.Tests.House;

namespace Betamax.Tests.Docs;

/// <summary>What the documents name exists, and the messages they quote are real.</summary>
public sealed partial class DocumentClaimsTests
{
    [Fact]
    public void Every_link_to_a_file_leads_to_one()
    {
        var tree = SourceTree.FindOrSkip();
        var broken =
            from document in Documents.All(tree)
            from Match link in Links().Matches(Documents.Read(document))
            let target = Path.Combine(Path.GetDirectoryName(document)!, link.Groups["path"].Value)
            where !Path.Exists(tree.PathOf(target))
            select $"{document} links to {target}";

        SourceTree.AssertNone(broken);
    }

    [Fact]
    public void Every_link_to_a_heading_leads_to_one()
    {
        var broken =
            from document in Documents.All(SourceTree.FindOrSkip())
            from Match link in Links().Matches(Documents.Read(document))
            where link.Groups["heading"].Success
            let target = Path.Combine(Path.GetDirectoryName(document)!, link.Groups["path"].Value)
            where !Headings().Matches(Documents.Read(target)).Any(heading => Anchor(heading) == link.Groups["heading"].Value)
            select $"{document} links to {link.Groups["heading"].Value} in {target}";

        SourceTree.AssertNone(broken);
    }

    [Fact]
    public void Every_type_that_the_architecture_names_exists()
    {
        var types = SourceTree.FindOrSkip().CSharpFiles("src", "test").SelectMany(file => TypeNames.DeclaredBy(file.Tokens)).ToHashSet();
        string[] others = ["Betamax", "TimeProvider", "Http", "Json", "Files", "Cassettes", "Formats", "Matching", "Secrets", "Playback", "Diagnostics", "Storage", "Recording", "Testing", "Matchers", "Placeholders", "Redactions", "Leaks"];

        SourceTree.AssertNone(CodeWords().Matches(Documents.Read("ARCHITECTURE.md"))
            .Select(word => word.Groups["word"].Value)
            .Where(word => !types.Contains(word) && !others.Contains(word)));
    }

    [Fact]
    public void Every_heading_of_troubleshooting_is_what_the_library_says()
    {
        var said = string.Concat(SourceTree.FindOrSkip().CSharpFiles("src").Select(file => file.Text));
        var unsaid =
            from Match heading in Headings().Matches(Documents.Read("docs/troubleshooting.md"))
            from piece in heading.Groups["text"].Value.Split('…', StringSplitOptions.TrimEntries)
            where heading.Value.StartsWith("## ", StringComparison.Ordinal) && !said.Contains(piece, StringComparison.Ordinal)
            select piece;

        SourceTree.AssertNone(unsaid);
    }

    [Fact]
    public void The_refusal_in_the_documents_is_a_real_one() =>
        Assert.Contains(
            Documents.Read("test/Betamax.Tests/Recording/Refusals/Another_query_value.approved.txt"),
            Documents.Read("docs/matching.md"),
            StringComparison.Ordinal);

    [Fact]
    public void The_cassette_in_the_documents_is_written_so()
    {
        var shown = JsonBlock().Match(Documents.Read("docs/cassette-format.md")).Groups["json"].Value;
        using var written = new MemoryStream();
        Cassette.Load(new MemoryStream(Encoding.UTF8.GetBytes(shown))).Save(written);

        Assert.Equal(shown, Encoding.UTF8.GetString(written.ToArray()));
    }

    [Fact]
    public void The_ends_of_responses_in_the_documents_are_written_so()
    {
        var ends = JsonBlock().Matches(Documents.Read("docs/cassette-format.md")).Skip(1).Select(block => block.Groups["json"].Value).ToList();

        Assert.Equal(2, ends.Count);
        Assert.All(ends, end =>
        {
            using var written = new MemoryStream();
            Cassette.Load(new MemoryStream(Encoding.UTF8.GetBytes($$"""
                {"http_interactions": [{
                  "request": {"method": "GET", "uri": "https://example.org/events", "headers": {}, "body": null},
                  "response": {"status": {"code": 200}, "headers": {}, "body": "data: one\n\ndata: two\n\n", {{end}}}
                }]}
                """))).Save(written);

            Assert.Contains(WithoutIndent(end), WithoutIndent(Encoding.UTF8.GetString(written.ToArray())), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_media_types_whose_chunks_are_kept_are_those_in_the_document()
    {
        var row = Assert.Single(Documents.Read("docs/streaming.md").Split('\n'), line => line.StartsWith("| `null` ", StringComparison.Ordinal));
        var types = MediaTypes().Matches(row).Select(type => type.Groups["type"].Value).ToList();

        Assert.NotEmpty(types);
        Assert.All(types, type =>
        {
            using var response = new HttpResponseMessage { Content = new StringContent("", Encoding.UTF8, type) };
            var log = new ChunkTimes(response, wanted: null, TimeProvider.System);
            log.Add(1);
            Assert.NotEmpty(log.ToRecorded());
        });
    }

    [Fact]
    public void The_matchers_in_the_table_have_these_names()
    {
        var rows = MatcherRows().Matches(Documents.Read("docs/matching.md"));

        Assert.Equal(
            typeof(RequestMatchers).GetProperties().Select(matcher => (matcher.Name, ((RequestMatcher)matcher.GetValue(null)!).Name)).Order(),
            rows.Select(row => (row.Groups["property"].Value, row.Groups["name"].Value)).Order());
    }

    private static string Anchor(Match heading) =>
        heading.Groups["text"].Value.ToLowerInvariant().Replace(' ', '-');

    private static string WithoutIndent(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim())).Trim();

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#]+)(#(?<heading>[^)]+))?\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^```json\n(?<json>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex JsonBlock();

    [GeneratedRegex("`(?<type>[a-z]+/[a-z+-]+)`")]
    private static partial Regex MediaTypes();

    [GeneratedRegex(@"`(?<word>[A-Z]\w+)`")]
    private static partial Regex CodeWords();

    [GeneratedRegex(@"^\| `(?<property>\w+)` \| `(?<name>[\w-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex MatcherRows();
}
