using Betamax.Matching;
using Betamax.Secrets;
using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>Merges old and new recordings into one cassette.</summary>
internal sealed class CassetteMerger(IReadOnlyList<RequestMatcher> matchers, SecretFilter secrets)
{
    /// <summary>The old recordings, then the new ones.</summary>
    public static Cassette Append(Cassette old, IReadOnlyList<Interaction> recorded) =>
        WithInteractions(old, [.. old.Interactions, .. recorded]);

    /// <summary>The new recordings only.</summary>
    public static Cassette ReplaceAll(Cassette old, IReadOnlyList<Interaction> recorded) => WithInteractions(old, recorded);

    /// <summary>
    /// Each new recording replaces the first old one that it matches and that is not yet replaced; the others are appended.
    /// </summary>
    public Cassette ReplaceMatching(Cassette old, IReadOnlyList<Interaction> recorded)
    {
        // The old requests are redacted before they are compared: they may have been recorded without redaction.
        var index = new RecordingIndex([.. old.Interactions.Select(interaction => secrets.Hide(interaction.Request))], matchers);
        var merged = old.Interactions.ToList();
        foreach (var interaction in recorded)
        {
            if (index.Take(new(interaction.Request), repeat: false) is { } position)
            {
                merged[position] = interaction;
            }
            else
            {
                merged.Add(interaction);
            }
        }

        return WithInteractions(old, merged);
    }

    /// <summary>Adds what earlier runs left in the journal, one run after another.</summary>
    /// <remarks>
    /// A process may be killed after it has saved the cassette and before it has deleted the journal. If the cassette holds
    /// everything that a run recorded, then that run saved it, together with the runs before it. Those are skipped. A run that
    /// was to replace the whole cassette, and was killed, has replaced nothing.
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

    private static Cassette WithInteractions(Cassette old, IEnumerable<Interaction> interactions) =>
        new(interactions) { Unknown = old.Unknown };
}
