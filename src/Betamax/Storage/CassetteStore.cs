namespace Betamax.Storage;

/// <summary>
/// One cassette in its storage, with its journal, for one recorder: loaded once, written to the journal while recording, saved at
/// the end.
/// </summary>
internal sealed class CassetteStore : IDisposable
{
    private readonly ICassetteStorage _storage;
    private readonly string _key;
    private readonly ICassetteFormat _format;
    private readonly string? _journalPath;
    private string? _version;
    private long _journalLength;
    private long _keptLength;
    private Journal? _journal;
    private bool _isLocked;
    private bool _replacesAll;

    public CassetteStore(ICassetteStorage storage, string key, ICassetteFormat format)
    {
        (_storage, _key, _format) = (storage, key, format);
        _journalPath = storage.GetJournalPath(key);
        Location = storage.GetLocation(key);
    }

    /// <summary>The full path of the cassette, or its location in another storage.</summary>
    public string Location { get; }

    /// <summary>What is equal for two stores of the same cassette. The same place in two memories is not the same cassette.</summary>
    public object Identity => _storage is InMemoryCassetteStorage ? (_storage, _key) : Location;

    /// <summary>Reads the cassette and its journal.</summary>
    public async ValueTask<StoreContent> LoadAsync(CancellationToken cancellationToken)
    {
        var cassette = await ReadCassetteAsync(cancellationToken).ConfigureAwait(false);
        if (_journalPath is null)
        {
            return new(cassette, Interrupted: null);
        }

        var bytes = JournalFile.Read(_journalPath);
        _journalLength = bytes.Length;
        var interrupted = JournalContent.Parse(bytes, _journalPath);

        // A journal without recordings counts only if it says that the stored cassette is unfinished.
        if (interrupted is null or { HasInteractions: false, IsUnfinished: false } || (cassette is null && !interrupted.HasInteractions))
        {
            return new(cassette, Interrupted: null);
        }

        _keptLength = interrupted.Length;
        return new(cassette, interrupted);
    }

    /// <summary>Reads the stored cassette without its journal; <see langword="null"/> if it is missing or has 0 bytes.</summary>
    public async ValueTask<Cassette?> ReadCassetteAsync(CancellationToken cancellationToken)
    {
        using var stored = await _storage.OpenAsync(_key, cancellationToken).ConfigureAwait(false);
        _version = stored?.Version;
        if (stored is null)
        {
            return null;
        }

        try
        {
            if (stored.Content.CanSeek)
            {
                return Read(stored.Content);
            }

            using var content = new MemoryStream();
            await stored.Content.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            content.Position = 0;
            return Read(content);
        }
        catch (IOException error)
        {
            throw CassetteStorageException.CannotRead(Location, error);
        }
    }

    /// <summary>Locks the cassette for recording: no other recorder can record it now.</summary>
    /// <param name="header">What the journal says about this run.</param>
    /// <exception cref="CassetteStorageException">
    /// It cannot be locked. The cassette is unchanged, and the call can be repeated.
    /// </exception>
    public void Begin(JournalHeader header)
    {
        _replacesAll = header.ReplacesAll;
        Synchronous.Run(() => LockAsync(journal => journal.Begin(header)));
    }

    /// <summary>Writes a finished recording to the journal. If that fails, the next call tries again.</summary>
    public void Append(int sequence, Interaction interaction) => _journal?.Append(sequence, interaction);

    /// <summary>Replaces the cassette in one step, and deletes the journal.</summary>
    public async ValueTask SaveAsync(Cassette cassette)
    {
        if (!_isLocked)
        {
            await LockAsync(_ => { }).ConfigureAwait(false);
        }

        try
        {
            await _storage.ReplaceAsync(_key, _version, stream => _format.Write(cassette, stream)).ConfigureAwait(false);
        }
        catch (CassetteStorageException error)
        {
            throw error.Add(KeepRecordings());
        }

        _journal?.Delete();
        _journal = null;
    }

    /// <summary>Removes from the journal what this run wrote. The cassette is unchanged.</summary>
    public void Discard()
    {
        _journal?.Discard();
        _journal = null;
    }

    /// <summary>Completes the journal for the next run, because the cassette cannot be saved.</summary>
    /// <param name="what">What is kept, as the subject of a sentence.</param>
    /// <returns>A sentence that says where the recordings are kept.</returns>
    public string KeepRecordings(string what = "What was recorded")
    {
        if (_journal is null)
        {
            return "There is no journal: what was recorded is in memory only.";
        }

        if (_replacesAll)
        {
            Discard();
            return "What was recorded is not kept: it replaces the whole cassette, or nothing of it. Run again.";
        }

        try
        {
            // What could not be written before may fit now, and a deleted journal is created again.
            _journal.Flush();
            return $"{what} is kept in {_journalPath}, and the next run adds it.";
        }
        catch (CassetteStorageException error)
        {
            return $"Lost: {_journal.UnwrittenCount} of the recorded interactions. {error.Message}";
        }
    }

    /// <summary>Closes the journal. Its content is for the next run.</summary>
    public void Dispose() => _journal?.Dispose();

    private async ValueTask LockAsync(Action<Journal> begin)
    {
        var journal = _journalPath is null ? null : Journal.Open(_journalPath, _keptLength);
        try
        {
            await ThrowIfChangedAsync().ConfigureAwait(false);
            if (journal is not null)
            {
                ThrowIfJournalChanged(journal);
                try
                {
                    begin(journal);
                }
                finally
                {
                    _journalLength = journal.Length;
                }
            }
        }
        catch
        {
            journal?.Dispose();
            throw;
        }

        _journal = journal;
        _isLocked = true;
    }

    private async ValueTask ThrowIfChangedAsync()
    {
        using var current = await _storage.OpenAsync(_key).ConfigureAwait(false);
        if (current?.Version != _version)
        {
            throw CassetteStorageException.Conflict(Location, isDeleted: current is null).Add(
                "Nothing of this run is recorded. Open the cassette again.");
        }
    }

    private void ThrowIfJournalChanged(Journal journal)
    {
        if (journal.Length != _journalLength)
        {
            throw new CassetteStorageException(
                "Another run has recorded this cassette after it was opened, and ended without ejecting",
                Location,
                $"Its journal is unchanged, and nothing of this run is recorded. Open the cassette again: that adds the recordings in {_journalPath}.");
        }
    }

    /// <summary>Reads a cassette; <see langword="null"/> for 0 bytes, which count as a missing cassette.</summary>
    private Cassette? Read(Stream content) => content.Length == 0 ? null : _format.Read(content, Location);
}

/// <summary>What <see cref="CassetteStore.LoadAsync"/> found.</summary>
/// <param name="Cassette">The stored cassette; <see langword="null"/> if it is missing or has 0 bytes.</param>
/// <param name="Interrupted">What earlier runs left in the journal; <see langword="null"/> if nothing.</param>
internal sealed record StoreContent(Cassette? Cassette, JournalContent? Interrupted);
