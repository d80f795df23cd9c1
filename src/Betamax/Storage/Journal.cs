using Betamax.Formats;
using Microsoft.Win32.SafeHandles;

namespace Betamax.Storage;

/// <summary>
/// The interactions of a run, appended beside the cassette as they are finished: one line each, so that a process that
/// is killed loses only what was in flight. Held by one recorder at a time.
/// </summary>
internal sealed class Journal : IDisposable
{
    // What a file system says of a file that somebody else has locked: EAGAIN on Linux, on macOS, ERROR_SHARING_VIOLATION.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    private const int CopyBufferSize = 64 * 1024;

    // To look for it takes a tenth of what a whole request to this machine takes.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly InteractionLineWriter _lines;
    private readonly string _path;
    private SafeFileHandle _file;
    private long _end;
    private long _written;

    // What a failure has left of its line is cut off before the next.
    private bool _hasPartOfLine;

    private bool _isAway;
    private long _looked;

    private Journal(string path, SafeFileHandle file)
    {
        _path = path;
        _file = file;
        _lines = new(WriteDown);
    }

    /// <summary>How many bytes it has.</summary>
    public long Length => RandomAccess.GetLength(_file);

    public static string PathBeside(string cassettePath) => cassettePath + ".journal";

    /// <summary>What an interrupted run left; nothing where there is no journal, or one that a recorder is writing.</summary>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (IOException fault) when (fault is FileNotFoundException or DirectoryNotFoundException || Locked.Contains(fault.HResult))
        {
            return [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException(
                "The journal of an interrupted recording cannot be read", path, "Make it readable, or delete it.", fault);
        }
    }

    /// <summary>Takes the journal for this recorder, as it is, or makes one.</summary>
    public static Journal Open(string path)
    {
        try
        {
            return new(path, OpenFile(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException(
                "The cassette cannot be recorded: its journal cannot be opened",
                path,
                "If another recorder is recording this cassette, let it eject first or use another name; "
                + "otherwise make the directory writable.",
                fault);
        }
    }

    /// <summary>Says what follows, and empties the journal behind that: at each moment there is a whole header.</summary>
    public void Begin(JournalHeader header) => Write(() =>
    {
        TakeItsPlace();
        var line = header.ToLine();
        RandomAccess.Write(_file, line, 0);
        RandomAccess.SetLength(_file, _end = line.Length);
    });

    /// <summary>Appends one interaction. A failure leaves the lines before it as they were.</summary>
    /// <param name="sequence">Where the interaction stands in the order of sending.</param>
    /// <param name="interaction">The interaction, as it goes on the tape.</param>
    public void Append(int sequence, Interaction interaction) => Write(() =>
    {
        if (_isAway)
        {
            TakeItsPlace();
        }

        if (_hasPartOfLine)
        {
            RandomAccess.SetLength(_file, _end);
        }

        _hasPartOfLine = true;
        _written = _end;
        _lines.Write(interaction, sequence);
        _end = _written;
        _hasPartOfLine = false;
    });

    /// <summary>Puts the file back in its place, if somebody has deleted it: what is in it is not gone while it is open.</summary>
    public void PutBack() => Write(TakeItsPlace);

    /// <summary>The same, unless it was looked for a moment ago.</summary>
    public void PutBackNowAndThen()
    {
        if (TimeProvider.System.GetElapsedTime(_looked) >= BetweenLooks)
        {
            PutBack();
        }
    }

    /// <summary>Ends the journal and takes it away: what it held is in the cassette, or is not wanted.</summary>
    public void Discard()
    {
        using (_file)
        {
            if (OperatingSystem.IsWindows())
            {
                _file.Dispose();
            }

            // Elsewhere it is deleted while it is still locked: nobody can begin to write into it in between.
            Delete(_path);
        }
    }

    /// <summary>Lets go of the journal and leaves it for the next run, if there is anything in it.</summary>
    public void Dispose()
    {
        if (!_file.IsClosed && Length == 0)
        {
            Discard();
        }

        _file.Dispose();
    }

    // Whoever had it before may take it away between our opening and our locking it: then it is nobody's file.
    private static SafeFileHandle OpenFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (IsInItsPlace(file, path))
            {
                return file;
            }

            file.Dispose();
        }
    }

    private static bool IsInItsPlace(SafeFileHandle file, string path) =>
        OperatingSystem.IsWindows() || File.GetLastWriteTimeUtc(file) == File.GetLastWriteTimeUtc(path);

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // It has gone with its directory.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException(
                "The journal cannot be taken away", path, "It is not needed any more: delete it, or make its directory writable.", fault);
        }
    }

    private void Write(Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException(
                "The journal cannot be written", _path, "Make room on the disk, and see that its directory is writable.", fault);
        }
    }

    private void WriteDown(ReadOnlySpan<byte> piece)
    {
        RandomAccess.Write(_file, piece, _written);
        _written += piece.Length;
    }

    private void TakeItsPlace()
    {
        _looked = TimeProvider.System.GetTimestamp();
        _isAway |= !IsInItsPlace(_file, _path);
        if (_isAway)
        {
            MoveTo(OpenFile(_path));
            _isAway = false;
        }
    }

    private void MoveTo(SafeFileHandle place)
    {
        if (RandomAccess.GetLength(place) > 0)
        {
            place.Dispose();
            throw new IOException("Another recorder has put its own in this place.");
        }

        try
        {
            CopyTo(place);
        }
        catch
        {
            // What is there of it is nobody's: the next try begins anew.
            RandomAccess.SetLength(place, 0);
            place.Dispose();
            throw;
        }

        _file.Dispose();
        _file = place;
    }

    private void CopyTo(SafeFileHandle place)
    {
        var buffer = new byte[CopyBufferSize];
        long copied = 0;
        while (RandomAccess.Read(_file, buffer, copied) is > 0 and var count)
        {
            RandomAccess.Write(place, buffer.AsSpan(0, count), copied);
            copied += count;
        }
    }
}
