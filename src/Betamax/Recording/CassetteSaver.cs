using Betamax.Recording.Modes;
using Betamax.Secrets.Leaks;
using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>Saves what a run records, in the journal and in the storage. The session calls one method at a time.</summary>
/// <param name="store">The cassette in its storage.</param>
/// <param name="loaded">The cassette as it was when it was opened.</param>
/// <param name="tape">Holds what this run records.</param>
/// <param name="merger">Merges the two into one cassette.</param>
/// <param name="leaks">Finds secrets, which must not be saved.</param>
/// <param name="mode">The mode in force.</param>
/// <param name="warn">Receives warnings.</param>
internal sealed class CassetteSaver(
    CassetteStore store, LoadedCassette loaded, Tape tape, CassetteMerger merger, LeakGuard leaks, RecordMode mode, Action<string> warn)
{
    private bool _begun;

    /// <summary>What the cassette would hold if it were saved now.</summary>
    public Cassette Contents
    {
        get
        {
            var recorded = tape.Recorded;
            return recorded.Count == 0 ? loaded.Cassette
                : loaded.State == CassetteState.Outdated ? CassetteMerger.ReplaceAll(loaded.Cassette, recorded)
                : mode == RecordMode.All ? merger.ReplaceMatching(loaded.Cassette, recorded)
                : CassetteMerger.Append(loaded.Cassette, recorded);
        }
    }

    /// <summary>Whether saving may write to the storage or to the journal.</summary>
    public bool HasWork => _begun || loaded.IsRecovered;

    /// <summary>Whether a run that does not record every request to its end leaves the cassette as it is.</summary>
    private bool IsAllOrNothing =>
        loaded.State == CassetteState.Outdated || (mode == RecordMode.Rewrite && loaded.State == CassetteState.Complete);

    /// <summary>Prepares for the first request that is recorded. Later calls do nothing.</summary>
    /// <exception cref="CassetteStorageException">The cassette cannot be recorded.</exception>
    public void Begin()
    {
        if (!_begun)
        {
            store.Begin(new JournalHeader(
                ReplacesMatching: mode == RecordMode.All,
                IsUnfinished: loaded.State is CassetteState.Missing or CassetteState.Unfinished,
                ReplacesAll: loaded.State == CassetteState.Outdated));
            _begun = true;
        }
    }

    /// <summary>Writes a recording to the journal. If that fails, it warns, and the next call tries again.</summary>
    public void Append(int sequence, Interaction interaction)
    {
        try
        {
            store.Append(sequence, interaction);
        }
        catch (CassetteStorageException error)
        {
            warn(error.Message);
        }
    }

    /// <summary>Saves what was recorded, if anything was.</summary>
    public async ValueTask SaveAsync()
    {
        if (leaks.HasFound && leaks.GetLeaks(Contents) is { Count: > 0 } found)
        {
            throw new SecretLeakException(store.Location, found, KeepWhatDoesNotLeak(found));
        }

        if (IsAllOrNothing && !tape.IsWhole)
        {
            warn(mode == RecordMode.Rewrite ? SessionText.NotRewritten(store.Location) : SessionText.NotRecordedAgain(store.Location));
            store.Discard();
        }
        else if (tape.Recorded.Count > 0)
        {
            await store.SaveAsync(Contents).ConfigureAwait(false);
            if (mode == RecordMode.Rewrite)
            {
                RewrittenCassettes.Add(store);
            }
        }
        else if (loaded.IsRecovered && mode != RecordMode.None)
        {
            await SaveRecoveredAsync().ConfigureAwait(false);
        }
        else
        {
            store.Discard();
        }
    }

    /// <summary>Leaves the cassette and its journal as they were. What this run recorded is lost.</summary>
    public void Discard() => store.Discard();

    /// <summary>
    /// Saves what was in the journal. A failure is only a warning: the recordings stay in the journal, or another recorder has
    /// saved them.
    /// </summary>
    private async ValueTask SaveRecoveredAsync()
    {
        try
        {
            await store.SaveAsync(Contents).ConfigureAwait(false);
        }
        catch (CassetteStorageException error)
        {
            warn(error.Message);
        }
    }

    /// <summary>
    /// Keeps the journal for the next run. It holds every recording of this run except those with a leak. A cassette that is
    /// replaced as a whole is recorded as a whole or not at all, so nothing is kept for it.
    /// </summary>
    /// <returns>What is kept, as a sentence; <see langword="null"/> if nothing is.</returns>
    private string? KeepWhatDoesNotLeak(IReadOnlyList<SecretLeak> found)
    {
        var leaking = found.Select(leak => leak.InteractionIndex).Distinct().Count();
        if (IsAllOrNothing || tape.Recorded.Count == leaking)
        {
            store.Discard();
            return null;
        }

        return store.KeepRecordings("Everything else");
    }
}
