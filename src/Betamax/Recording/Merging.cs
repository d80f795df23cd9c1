using Betamax.Matching;
using Betamax.Secrets;
using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>How old and new recordings become one cassette.</summary>
internal sealed class Merging(IReadOnlyList<RequestMatcher> matchers, SecretFilter secrets)
{
    /// <summary>The old recordings, then the new ones.</summary>
    public static Cassette Append(Cassette old, IReadOnlyList<Interaction> recorded) =>
        With(old, [.. old.Interactions, .. recorded]);

    /// <summary>The new recordings only.</summary>
    public static Cassette ReplaceAll(Cassette old, IReadOnlyList<Interaction> recorded) => With(old, recorded);

    /// <summary>
    /// Each new recording replaces the first old one that it matches and that is not yet replaced; the others are added at the
    /// end.
    /// </summary>
    public Cassette ReplaceMatching(Cassette old, IReadOnlyList<Interaction> recorded)
    {
        // The old requests are compared as redaction writes them: they may have been recorded without it.
        var index = new RecordingIndex([.. old.Interactions.Select(interaction => secrets.Hide(interaction.Request))], matchers);
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

    /// <summary>Adds what earlier runs left in the journal, run after run.</summary>
    /// <remarks>
    /// A process may be killed after it has saved the cassette and before it has deleted the journal. A cassette that holds all
    /// that one of the runs recorded was saved by that run, together with the runs before it. A run that was to replace the whole
    /// cassette, and was killed, has replaced nothing.
    /// </remarks>
    public Cassette Recover(Cassette cassette, JournalContent interrupted)
    {
        var saved = cassette.Interactions.ToHashSet();
        var savedRuns = interrupted.Sections.ToList().FindLastIndex(
            section => section.Interactions.Count > 0 && section.Interactions.All(saved.Contains)) + 1;
        return interrupted.Sections.Skip(savedRuns).Where(section => !section.Header.ReplacesAll).Aggregate(cassette, (merged, section) => section.Header.ReplacesMatching
            ? ReplaceMatching(merged, section.Interactions)
            : Append(merged, section.Interactions));
    }

    private static Cassette With(Cassette old, IEnumerable<Interaction> interactions) =>
        new(interactions) { Unknown = old.Unknown };
}
