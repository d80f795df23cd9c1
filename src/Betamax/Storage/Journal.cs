using Betamax.Formats;

namespace Betamax.Storage;

/// <summary>
/// The recordings of a run, in a file next to the cassette, one on each line. Each is written when it is finished, so that a killed
/// process loses only what was in flight. What earlier runs left in the file stays before the lines of this run.
/// </summary>
internal sealed class Journal : IDisposable
{
    /// <summary>
    /// The shortest time between two checks that the file still exists. A check takes a tenth of the time of a request.
    /// </summary>
    private static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(100);

    private readonly string _path;
    private readonly long _keptLength;
    private readonly JournalFile _file;
    private readonly InteractionLineWriter _lines;
    private readonly List<(int Sequence, Interaction Interaction)> _unwritten = [];
    private long _end;
    private long _written;

    /// <summary>Whether a failed write has left a part of its line. It is removed before the next write.</summary>
    private bool _hasPartialLine;

    private long _lastCheck;

    private Journal(string path, long keptLength)
    {
        _path = path;
        _keptLength = keptLength;
        _file = JournalFile.Open(path);
        _lines = new(Write);
    }

    /// <summary>The length in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>How many recordings could not be written.</summary>
    public int UnwrittenCount => _unwritten.Count;

    /// <summary>Opens the journal or creates it, and locks it.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="keptLength">How many bytes at the beginning to keep: what earlier runs have left.</param>
    public static Journal Open(string path, long keptLength) => new(path, keptLength);

    /// <summary>Starts the section of this run. If that fails, the journal is unchanged.</summary>
    public void Begin(JournalHeader header)
    {
        try
        {
            Guard(() =>
            {
                _lastCheck = TimeProvider.System.GetTimestamp();
                _file.SetLength(_keptLength);
                var line = header.ToLine();
                _file.Write(line, _keptLength);
                _end = _keptLength + line.Length;
            });
        }
        catch (CassetteStorageException)
        {
            Guard(() => _file.SetLength(_keptLength));
            throw;
        }
    }

    /// <summary>
    /// Appends a recording, and what could not be written before. If that fails, the earlier lines are unchanged, and the next call
    /// tries again.
    /// </summary>
    /// <param name="sequence">The position of its request in the order of sending.</param>
    /// <param name="interaction">The recording, as it will be saved.</param>
    public void Append(int sequence, Interaction interaction)
    {
        _unwritten.Add((sequence, interaction));
        if (TimeProvider.System.GetElapsedTime(_lastCheck) >= CheckInterval)
        {
            Flush();
        }
        else
        {
            WriteUnwritten();
        }
    }

    /// <summary>Writes what could not be written before. The file is created again if somebody has deleted it.</summary>
    public void Flush()
    {
        _lastCheck = TimeProvider.System.GetTimestamp();
        Guard(_file.Restore);
        WriteUnwritten();
    }

    /// <summary>Removes what this run wrote, and closes the journal.</summary>
    public void Discard()
    {
        using (_file)
        {
            Guard(() => _file.SetLength(_keptLength));
        }
    }

    /// <summary>Deletes the journal, because the cassette has been saved.</summary>
    public void Delete() => _file.Delete();

    /// <summary>Closes the journal. Its content is for the next run.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Tries to write each of them: a small one may fit on the disk when a large one does not.</summary>
    private void WriteUnwritten()
    {
        CassetteStorageException? failure = null;
        for (var next = 0; next < _unwritten.Count;)
        {
            try
            {
                WriteLine(_unwritten[next].Sequence, _unwritten[next].Interaction);
                _unwritten.RemoveAt(next);
            }
            catch (CassetteStorageException error)
            {
                failure = error;
                next++;
            }
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    private void WriteLine(int sequence, Interaction interaction) => Guard(() =>
    {
        if (_hasPartialLine)
        {
            _file.SetLength(_end);
        }

        _hasPartialLine = true;
        _written = _end;
        _lines.Write(interaction, sequence);
        _end = _written;
        _hasPartialLine = false;
    });

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _file.Write(bytes, _written);
        _written += bytes.Length;
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException(
                "The journal cannot be written", _path, "Make room on the disk, and make its directory writable.", error);
        }
    }
}
