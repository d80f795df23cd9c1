namespace Betamax.Storage;

/// <summary>
/// One cassette and its journal, for one recorder: loaded once, journalled while it is recorded, replaced at the end.
/// </summary>
internal sealed class CassetteStore(string path, ICassetteFormat format) : IDisposable
{
    private readonly CassetteFile _file = new(path, format);
    private readonly string _journalPath = Journal.PathBeside(path);
    private readonly List<(int Sequence, Interaction Interaction)> _unwritten = [];
    private FileStamp _loaded;
    private long _leftInJournal;
    private Journal? _journal;

    public string Path => path;

    /// <summary>The cassette on the disk, and what an interrupted run left to be added to it.</summary>
    public StoredCassette Load()
    {
        _loaded = _file.Stamp();
        var cassette = _file.Load(out var isEmpty);
        var journal = Journal.Read(_journalPath);
        _leftInJournal = journal.Length;
        return new(
            isEmpty ? null : cassette,
            JournalContent.Parse(journal, _journalPath));
    }

    /// <summary>Takes the cassette for recording: from here on nobody else can record it.</summary>
    /// <param name="header">What the journal is to say of this run.</param>
    /// <param name="recovered">The cassette with what an interrupted run left, to be saved before its journal is emptied.</param>
    public void BeginRecording(JournalHeader header, Cassette? recovered)
    {
        Hold();
        if (recovered is not null)
        {
            Replace(recovered);
        }

        _journal!.Begin(header);
    }

    /// <summary>Puts the journal back in its place, if somebody has deleted it: within a moment.</summary>
    public void PutJournalBack() => _journal!.PutBackNowAndThen();

    /// <summary>Puts one finished interaction into the journal. What could not be written is tried again with the next.</summary>
    public void Append(int sequence, Interaction interaction)
    {
        _unwritten.Add((sequence, interaction));
        WriteDown();
    }

    /// <summary>Replaces the cassette in one step; the journal goes.</summary>
    public void Commit(Cassette cassette)
    {
        if (_journal is null)
        {
            Hold();
        }
        else if (_file.Stamp() != _loaded)
        {
            throw ChangedBySomebodyElse(WhereItIsKept());
        }

        Replace(cassette);
        Discard();
    }

    /// <summary>Empties the journal and leaves it, for the next run to go on with.</summary>
    public void Restart(JournalHeader header) => _journal!.Begin(header);

    /// <summary>Takes the journal away; the cassette stays as it is.</summary>
    public void Discard()
    {
        _journal?.Discard();
        _journal = null;
    }

    /// <summary>Lets go of the journal. What it holds is for the next run to pick up.</summary>
    public void Dispose() => _journal?.Dispose();

    private void Hold()
    {
        var journal = Journal.Open(_journalPath);
        try
        {
            if (_file.Stamp() != _loaded)
            {
                throw ChangedBySomebodyElse("Nothing of this run is recorded. Put the cassette in again.");
            }

            if (journal.Length != _leftInJournal)
            {
                throw new CassetteStorageException(
                    "Another run has recorded this cassette after it was put in, and did not come to its eject",
                    path,
                    $"Its journal is as it left it, and nothing of this run is recorded. Put the cassette in again: that adds {_journalPath}.");
            }
        }
        catch
        {
            journal.Dispose();
            throw;
        }

        _journal = journal;
    }

    private void Replace(Cassette cassette)
    {
        _file.Replace(cassette, WhereItIsKept);
        _loaded = _file.Stamp();
    }

    private CassetteStorageException ChangedBySomebodyElse(string remedy)
    {
        var what = _file.Stamp() == FileStamp.Missing
            ? "The cassette was deleted by somebody else after it was put in"
            : "The cassette was changed by somebody else after it was put in";
        return new(what, path, "It is as they left it. " + remedy);
    }

    private void WriteDown()
    {
        CassetteStorageException? failure = null;
        for (var next = 0; next < _unwritten.Count;)
        {
            try
            {
                _journal!.Append(_unwritten[next].Sequence, _unwritten[next].Interaction);
                _unwritten.RemoveAt(next);
            }
            catch (CassetteStorageException fault)
            {
                failure = fault;
                next++;
            }
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    // The last moment at which there may be room for what could not be written, and the journal may have been deleted too.
    private string WhereItIsKept()
    {
        try
        {
            _journal!.PutBack();
            WriteDown();
            return $"What was recorded is kept in {_journalPath}, and the next run adds it.";
        }
        catch (CassetteStorageException fault)
        {
            return $"{_unwritten.Count} of the interactions that were recorded are not kept. {fault.Message}";
        }
    }
}

/// <summary>What <see cref="CassetteStore.Load"/> found.</summary>
/// <param name="Cassette">The cassette; <see langword="null"/> = it is missing.</param>
/// <param name="Interrupted">What the journal of an interrupted run holds; <see langword="null"/> = nothing.</param>
internal sealed record StoredCassette(Cassette? Cassette, JournalContent? Interrupted);
