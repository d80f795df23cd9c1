using Betamax.Matching;
using Betamax.Secrets;
using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>How what was recorded and what was there before become one cassette.</summary>
internal sealed class Merging(IReadOnlyList<RequestMatcher> matchers, Masking masking)
{
    /// <summary>The old ones as they stood, then the new ones.</summary>
    public static Cassette Append(Cassette old, IReadOnlyList<Interaction> recorded) =>
        With(old, [.. old.Interactions, .. recorded]);

    /// <summary>The new ones alone.</summary>
    public static Cassette ReplaceAll(Cassette old, IReadOnlyList<Interaction> recorded) => With(old, recorded);

    /// <summary>
    /// Each new one in the place of the old one that it matches, first for first; the rest of the new ones behind.
    /// </summary>
    public Cassette ReplaceMatching(Cassette old, IReadOnlyList<Interaction> recorded)
    {
        // Both sides as redaction writes them: an old one may have been recorded without it.
        var index = new RecordingIndex([.. old.Interactions.Select(interaction => masking.ToTape(interaction.Request))], matchers);
        var merged = old.Interactions.ToList();
        foreach (var interaction in recorded)
        {
            if (index.Take([interaction.Request], repeat: false) is { } position)
            {
                merged[position] = interaction;
            }
            else
            {
                merged.Add(interaction);
            }
        }

        return With(old, merged);
    }

    /// <summary>
    /// Adds what an interrupted run left in its journal. It may have been killed between saving the cassette and taking
    /// the journal away: what the cassette has already is not added again.
    /// </summary>
    public Cassette Recover(Cassette old, JournalContent interrupted)
    {
        var saved = old.Interactions.ToList();
        var missing = interrupted.Interactions.Where(interaction => !saved.Remove(interaction)).ToList();
        return interrupted.Header.ReplacesMatching ? ReplaceMatching(old, missing) : Append(old, missing);
    }

    private static Cassette With(Cassette old, IEnumerable<Interaction> interactions) =>
        new(interactions) { Unknown = old.Unknown };
}
