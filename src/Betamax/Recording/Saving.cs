using Betamax.Secrets.Leaks;
using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>How what a run records gets onto the disk. Its session has it do one thing at a time.</summary>
/// <param name="store">The files.</param>
/// <param name="opening">What was there when the cassette was put in.</param>
/// <param name="tape">What is recorded.</param>
/// <param name="merging">Makes one cassette of both.</param>
/// <param name="leaks">What must not be saved.</param>
/// <param name="mode">The mode in force.</param>
/// <param name="warn">Where warnings go.</param>
internal sealed class Saving(
    CassetteStore store, Opening opening, Tape tape, Merging merging, LeakGuard leaks, RecordMode mode, Action<string> warn)
{
    private bool _begun;

    /// <summary>What the cassette would hold if it were saved now.</summary>
    public Cassette Contents
    {
        get
        {
            var recorded = tape.Recorded;
            return recorded.Count == 0 ? opening.Cassette
                : opening.State == TapeState.Outdated ? Merging.ReplaceAll(opening.Cassette, recorded)
                : mode == RecordMode.All ? merging.ReplaceMatching(opening.Cassette, recorded)
                : Merging.Append(opening.Cassette, recorded);
        }
    }

    /// <summary>Makes ready for the first request that is recorded. A second call does nothing.</summary>
    public void Begin()
    {
        if (!_begun)
        {
            store.BeginRecording(
                new JournalHeader(
                    ReplacesMatching: mode == RecordMode.All || opening.State == TapeState.Outdated,
                    Unfinished: opening.State is TapeState.Missing or TapeState.Unfinished),
                opening.Recovered ? opening.Cassette : null);
            _begun = true;
        }
    }

    /// <summary>Sees to what can be seen to while a request is on its way.</summary>
    public void PrepareForAnswer() => WarnIfItCannot(store.PutJournalBack);

    /// <summary>Puts a recorded interaction into the journal. Where it cannot, saving tries again, and says so if it cannot.</summary>
    public void Append(int place, Interaction interaction) => WarnIfItCannot(() => store.Append(place, interaction));

    /// <summary>Saves what was recorded, if anything was.</summary>
    public void Save()
    {
        if (leaks.HasFound && leaks.In(Contents) is { Count: > 0 } found)
        {
            store.Discard();
            throw new SecretLeakException(store.Path, found);
        }

        if (opening.State == TapeState.Outdated && !tape.IsWhole)
        {
            warn(SessionText.NotRecordedAnew(store.Path));
            store.Discard();
        }
        else if (tape.Recorded.Count > 0)
        {
            store.Commit(Contents);
        }
        else if (opening.Recovered && mode != RecordMode.None)
        {
            // Nothing of this run depends on it: what was interrupted stays in its journal, or another has saved it.
            WarnIfItCannot(() => store.Commit(Contents));
        }
        else
        {
            store.Discard();
        }
    }

    /// <summary>Leaves the cassette as it was. What was recorded is lost.</summary>
    public void Discard()
    {
        if (_begun && opening.State == TapeState.Unfinished)
        {
            // An interrupted run has begun this cassette, and the next one is still to finish it.
            store.Restart(new JournalHeader(ReplacesMatching: false, Unfinished: true));
        }
        else
        {
            store.Discard();
        }
    }

    private void WarnIfItCannot(Action write)
    {
        try
        {
            write();
        }
        catch (CassetteStorageException fault)
        {
            warn(fault.Message);
        }
    }
}
