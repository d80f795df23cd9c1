using Betamax.Recording.Modes;
using Betamax.Secrets.Leaks;
using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>Brings what a run records to the storage. Its session calls one method at a time.</summary>
/// <param name="store">The cassette in its storage.</param>
/// <param name="loaded">What there was when the cassette was opened.</param>
/// <param name="tape">What this run records.</param>
/// <param name="merging">Makes one cassette of both.</param>
/// <param name="leaks">What must not be saved.</param>
/// <param name="mode">The mode in force.</param>
/// <param name="warn">Takes warnings.</param>
internal sealed class CassetteSaver(
    CassetteStore store, LoadedCassette loaded, Tape tape, Merging merging, LeakGuard leaks, RecordMode mode, Action<string> warn)
{
    private bool _begun;

    /// <summary>What the cassette would hold if it were saved now.</summary>
    public Cassette Contents
    {
        get
        {
            var recorded = tape.Recorded;
            return recorded.Count == 0 ? loaded.Cassette
                : loaded.State == CassetteState.Outdated ? Merging.ReplaceAll(loaded.Cassette, recorded)
                : mode == RecordMode.All ? merging.ReplaceMatching(loaded.Cassette, recorded)
                : Merging.Append(loaded.Cassette, recorded);
        }
    }

    /// <summary>Whether saving may write to the storage or to the journal.</summary>
    public bool HasWork => _begun || loaded.IsRecovered;

    /// <summary>Whether a run that does not record every request to its end leaves the cassette as it is.</summary>
    private bool IsAllOrNothing =>
        loaded.State == CassetteState.Outdated || (mode == RecordMode.Rewrite && loaded.State == CassetteState.Complete);

    /// <summary>Prepares for the first request that is recorded. Does nothing when it is called again.</summary>
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

    /// <summary>Writes a recording to the journal. If that fails there is a warning, and it is tried again.</summary>
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
        if (leaks.HasFound && leaks.LeaksIn(Contents) is { Count: > 0 } found)
        {
            throw new SecretLeakException(store.Location, found, KeepWhatDoesNotLeak(found));
        }

        if (IsAllOrNothing && !tape.IsWhole)
        {
            warn(mode == RecordMode.Rewrite ? SessionText.NotRewritten(store.Location) : SessionText.NotRecordedAnew(store.Location));
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

    /// <summary>This run does not need it: if it fails it stays in the journal, or another recorder has saved it.</summary>
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
    /// Leaves the journal to the next run. It holds every recording of this run except those with a leak. A cassette that
    /// is replaced as a whole is recorded as a whole or not at all.
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
