using Betamax.Formats;
using Betamax.Json;

namespace Betamax.Storage;

/// <summary>
/// The recordings of a run, appended to a file beside the cassette as they are finished, one on each line. If the process is
/// killed, only what was in flight is lost. What earlier runs left in the file stays before the lines of this run.
/// </summary>
internal sealed class Journal : IDisposable
{
    /// <summary>Whether the file still exists is checked at most this often: a check takes as long as a tenth of a request.</summary>
    private static readonly TimeSpan CheckInterval = TimeSpan.FromMilliseconds(100);

    private readonly string _path;
    private readonly long _keptLength;
    private readonly JournalFile _file;
    private readonly JsonPen _pen;
    private long _end;
    private long _written;
    private long _lastCheck;

    private Journal(string path, long keptLength)
    {
        _path = path;
        _keptLength = keptLength;
        _file = JournalFile.Open(path);
        _pen = new(indented: false, Write, capacity: 4 * 1024);
    }

    /// <summary>The length in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>Opens the journal or creates it, and locks it.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="keptLength">How many bytes at its beginning earlier runs have left, to be kept.</param>
    public static Journal Open(string path, long keptLength) => new(path, keptLength);

    /// <summary>Starts the section of this run. If that fails, the journal is as it was.</summary>
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

    /// <summary>Appends a recording. If that fails, the lines before it are unchanged.</summary>
    /// <param name="sequence">The position of its request in the order of sending.</param>
    /// <param name="interaction">The recording, as it is to be saved.</param>
    public void Append(int sequence, Interaction interaction) => Guard(() =>
    {
        if (TimeProvider.System.GetElapsedTime(_lastCheck) >= CheckInterval)
        {
            RestoreFile();
        }

        // A write that failed may have left a part of its line.
        _file.SetLength(_end);
        _written = _end;
        _pen.StartLine(sequence);
        InteractionLine.Write(interaction, _pen);
        _end = _written;
    });

    /// <summary>Creates the file again if somebody has deleted it.</summary>
    public void Restore() => Guard(RestoreFile);

    /// <summary>Removes what this run wrote, and closes the journal.</summary>
    public void Discard()
    {
        using (_file)
        {
            Guard(() => _file.SetLength(_keptLength));
        }
    }

    /// <summary>Deletes the journal: everything in it is in the cassette.</summary>
    public void Delete() => _file.Delete();

    /// <summary>Closes the journal. Its content is for the next run.</summary>
    public void Dispose() => _file.Dispose();

    private void RestoreFile()
    {
        _lastCheck = TimeProvider.System.GetTimestamp();
        _file.Restore();
    }

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
