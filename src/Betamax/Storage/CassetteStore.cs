using Betamax.Json;

namespace Betamax.Storage;

/// <summary>
/// One cassette and its journal, for one recorder: loaded once, journalled while it is recorded, replaced at the end.
/// </summary>
internal sealed class CassetteStore(string path) : IDisposable
{
    private readonly CassetteFile _file = new(path);
    private readonly string _journalPath = Journal.PathBeside(path);
    private FileStamp _loaded;
    private Journal? _journal;

    public string Path => path;

    /// <summary>The cassette on the disk, and what an interrupted run left to be added to it.</summary>
    public StoredCassette Load()
    {
        _loaded = _file.Stamp();
        var bytes = _file.Read();
        return new(
            bytes is null or [] ? null : CassetteReader.Read(bytes, path),
            Journal.Read(_journalPath));
    }

    /// <summary>Takes the cassette for recording: from here on nobody else can record it.</summary>
    /// <param name="header">What the journal is to say of this run.</param>
    /// <param name="recovered">The cassette with what an interrupted run left, to be saved before its journal is emptied.</param>
    public void BeginRecording(JournalHeader header, Cassette? recovered)
    {
        Hold("It is as they left it, and nothing of this run is recorded. Put the cassette in again.");
        if (recovered is not null)
        {
            Replace(recovered);
        }

        _journal!.Begin(header);
    }

    /// <summary>Puts one finished interaction into the journal.</summary>
    public void Append(int sequence, Interaction interaction) => _journal!.Append(sequence, interaction);

    /// <summary>Replaces the cassette in one step; the journal goes.</summary>
    public void Commit(Cassette cassette)
    {
        Hold($"It is as they left it. What this run recorded is kept in {_journalPath}, and the next run adds it.");
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

    private void Hold(string remedy)
    {
        _journal ??= Journal.Open(_journalPath);
        if (_file.Stamp() != _loaded)
        {
            throw new CassetteStorageException("The cassette was changed by somebody else after it was put in", path, remedy);
        }
    }

    private void Replace(Cassette cassette)
    {
        _file.Replace(cassette.Save);
        _loaded = _file.Stamp();
    }
}

/// <summary>What <see cref="CassetteStore.Load"/> found.</summary>
/// <param name="Cassette">The cassette; <see langword="null"/> = it is missing.</param>
/// <param name="Interrupted">What the journal of an interrupted run holds; <see langword="null"/> = nothing.</param>
internal sealed record StoredCassette(Cassette? Cassette, JournalContent? Interrupted);
