using Betamax.Storage;

namespace Betamax.Tests.Fuzzing;

/// <summary>Reads damaged cassettes and journals. Only documented exceptions are thrown, and what can be read can be saved and played.</summary>
public sealed class CassetteFuzzTests : IDisposable
{
    private readonly TemporaryLibrary _library = new();

    [Fact]
    public void A_damaged_cassette_is_refused_with_its_place_or_plays_the_same_after_saving() =>
        Fuzz.Check("cassette", Originals.Cassettes, bounded: 3_000, bytes => CassetteProperty.Holds(bytes, _library));

    [Fact]
    public void A_damaged_journal_is_refused_or_read() =>
        Fuzz.Check("journal", Originals.Journals, bounded: 4_000, JournalHolds);

    [Fact]
    public void A_cassette_that_has_failed_once_does_not_fail_again()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "Failed"), "cassette-*").Order())
        {
            CassetteProperty.Holds(File.ReadAllBytes(path), _library);
        }
    }

    [Fact]
    public void A_journal_that_has_failed_once_does_not_fail_again()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fuzzing", "Failed"), "journal-*").Order())
        {
            JournalHolds(File.ReadAllBytes(path));
        }
    }

    public void Dispose() => _library.Dispose();

    private static void JournalHolds(byte[] bytes)
    {
        try
        {
            if (JournalContent.Parse(bytes, "a.json.journal") is { } journal)
            {
                Assert.NotEmpty(journal.Sections);
            }
        }
        catch (BetamaxException fault) when (fault is CassetteFormatException or CassetteStorageException)
        {
            Assert.Contains("a.json.journal", fault.Message, StringComparison.Ordinal);
        }
    }
}
