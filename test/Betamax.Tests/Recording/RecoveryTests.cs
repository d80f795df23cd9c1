using System.Diagnostics;
using System.Globalization;
using Betamax.Recording;
using Betamax.Secrets;
using Betamax.Storage;

namespace Betamax.Tests.Recording;

/// <summary>Which recordings that earlier runs left in a journal are added to the cassette.</summary>
public sealed class RecoveryTests
{
    private static readonly CassetteMerger Merger = new([RequestMatchers.Method, RequestMatchers.Uri], new SecretFilter([], Redaction.Default));

    [Theory]
    // Saved was: nothing; each run; the first run; the second run together with the first.
    [InlineData("old", "a", "b", "old a b")]
    [InlineData("old a b", "a", "b", "old a b")]
    [InlineData("old a", "a", "b", "old a b")]
    [InlineData("old b", "a", "b", "old b")]
    [InlineData("old", "a", "", "old a")]
    [InlineData("old a", "a", "", "old a")]
    [InlineData("", "", "b", "b")]
    public void Runs_that_were_saved_are_not_added_again(string saved, string first, string second, string expected)
    {
        var journal = new JournalContent([Section(first, replaces: false), Section(second, replaces: false)], Length: 1);

        Assert.Equal(expected, Text(Merger.Recover(CassetteOf(saved), journal)));
    }

    [Fact]
    public void Each_run_is_added_in_its_own_way()
    {
        var journal = new JournalContent([Section("a1", replaces: false), Section("a2 b1", replaces: true)], Length: 1);

        Assert.Equal("old a2 b1", Text(Merger.Recover(CassetteOf("old"), journal)));
    }

    [Fact]
    public void It_takes_time_in_proportion_to_the_journal()
    {
        const int Count = 20_000;
        var old = new Cassette(Enumerable.Range(0, Count).Select(number => Post($"old {number}")));
        var journal = new JournalContent(
            [new(new(ReplacesMatching: false, IsUnfinished: false), [.. Enumerable.Range(0, Count).Select(number => Post($"new {number}"))])], Length: 1);
        var start = Stopwatch.GetTimestamp();

        var recovered = Merger.Recover(old, journal);

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(2 * Count, recovered.Interactions.Count);
    }

    private static JournalSection Section(string words, bool replaces) =>
        new(new(replaces, IsUnfinished: false), CassetteOf(words).Interactions);

    /// <summary>A cassette with an interaction for each word: the letters are its path, the word is its response.</summary>
    private static Cassette CassetteOf(string words) => new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word =>
        new Interaction(
            new("GET", $"http://a.test/{word.TrimEnd('1', '2')}"),
            new(200, "OK", "http://a.test/") { Body = RecordedBody.FromText(word) })));

    private static string Text(Cassette cassette) => string.Join(' ', cassette.Interactions.Select(one => one.Response.Body.Text));

    /// <summary>Interactions that differ only in a body and a header.</summary>
    private static Interaction Post(string body) => new(
        new("POST", "http://a.test/") { Body = RecordedBody.FromText(body.ToUpper(CultureInfo.InvariantCulture)) },
        new(200, "OK", "http://a.test/") { Headers = new([new("X-Id", (string[])[body])]) });
}
