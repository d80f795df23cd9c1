using Betamax.Files;
using Microsoft.Win32.SafeHandles;

namespace Betamax.Storage;

/// <summary>
/// The file of a journal. It is locked, so that only one recorder has it open. If somebody deletes it meanwhile,
/// <see cref="Restore"/> creates it again with the same content.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    public const string Extension = ".journal";

    private const int MaxOpenAttempts = 10;
    private const int CopyBufferSize = 64 * 1024;

    /// <summary>The error codes for a locked file: EAGAIN on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.</summary>
    private static readonly int[] LockedErrors = [11, 35, unchecked((int)0x80070020)];

    private readonly string _path;
    private readonly Func<SafeFileHandle, string, bool> _haveSameTime;
    private SafeFileHandle _file;
    private bool _canCompareTimes = true;

    private JournalFile(string path, Func<SafeFileHandle, string, bool> haveSameTime)
    {
        (_path, _haveSameTime) = (path, haveSameTime);
        _file = OpenLocked();
    }

    /// <summary>Whether an error of opening a file means that somebody else has locked it.</summary>
    public static bool IsLocked(IOException error) => LockedErrors.Contains(error.HResult);

    /// <summary>The length in bytes.</summary>
    public long Length => RandomAccess.GetLength(_file);

    /// <summary>Reads a journal. The result is empty if there is none, or if a recorder is writing it.</summary>
    public static byte[] Read(string path)
    {
        try
        {
            if (!File.Exists(path) && new FileInfo(path).LinkTarget is null)
            {
                return [];
            }

            using var stream = SafeFile.OpenRead(path);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
        catch (IOException error) when (error is FileNotFoundException or DirectoryNotFoundException || IsLocked(error))
        {
            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException(
                "The journal of an interrupted recording cannot be read", path, "Make it readable, or delete it.", error);
        }
    }

    /// <summary>Opens the journal or creates it, and locks it.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="haveSameTime">
    /// Whether an open file and a path have the same time. By default compares their last write times.
    /// </param>
    public static JournalFile Open(string path, Func<SafeFileHandle, string, bool>? haveSameTime = null)
    {
        try
        {
            return new(path, haveSameTime ?? HaveSameTime);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException(
                "The cassette cannot be recorded: its journal cannot be opened",
                path,
                "If another recorder is recording this cassette, let it eject first or use another name; "
                + "otherwise make the directory writable.",
                error);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(_file, bytes, offset);

    public void SetLength(long length)
    {
        if (Length != length)
        {
            RandomAccess.SetLength(_file, length);
        }
    }

    /// <summary>Creates the file again if somebody has deleted it. Its content is not lost while it is open.</summary>
    public void Restore()
    {
        if (IsInPlace(_file))
        {
            return;
        }

        var copy = OpenLocked();
        try
        {
            if (RandomAccess.GetLength(copy) > 0)
            {
                throw new IOException("Another recorder has created its own journal at this path.");
            }

            CopyTo(copy);
        }
        catch
        {
            copy.Dispose();
            throw;
        }

        _file.Dispose();
        _file = copy;
    }

    /// <summary>Closes and deletes the file, unless somebody else has deleted it and another recorder has created its own.</summary>
    public void Delete()
    {
        using (_file)
        {
            if (!IsInPlace(_file))
            {
                return;
            }

            // Windows cannot delete an open file. Other systems delete it while it is locked, so that nobody can write to it.
            if (OperatingSystem.IsWindows())
            {
                _file.Dispose();
            }

            try
            {
                File.Delete(_path);
            }
            catch (DirectoryNotFoundException)
            {
                // It was deleted with its directory.
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new CassetteStorageException(
                    "The journal cannot be deleted", _path, "It is not needed any more: delete it, or make its directory writable.", error);
            }
        }
    }

    /// <summary>Closes the file, and deletes it if it is empty.</summary>
    public void Dispose()
    {
        if (!_file.IsClosed && Length == 0)
        {
            Delete();
        }

        _file.Dispose();
    }

    /// <summary>
    /// Opens the file and locks it. Another recorder may delete the file just before it is locked; the lock is then useless, and the
    /// file is opened again. On some mounts an open file and its path always have different times: after a few attempts the file is
    /// used as it is, and times are no longer compared.
    /// </summary>
    private SafeFileHandle OpenLocked()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        for (var attempt = 1; ; attempt++)
        {
            var file = File.OpenHandle(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (IsInPlace(file))
            {
                return file;
            }

            if (attempt == MaxOpenAttempts)
            {
                _canCompareTimes = false;
                return file;
            }

            file.Dispose();
        }
    }

    /// <summary>Whether the path still leads to the open file. On Windows it always does: an open file cannot be deleted.</summary>
    private bool IsInPlace(SafeFileHandle file) =>
        OperatingSystem.IsWindows() || (_canCompareTimes ? _haveSameTime(file, _path) : File.Exists(_path));

    private static bool HaveSameTime(SafeFileHandle file, string path) => File.GetLastWriteTimeUtc(file) == File.GetLastWriteTimeUtc(path);

    private void CopyTo(SafeFileHandle copy)
    {
        try
        {
            var buffer = new byte[CopyBufferSize];
            long copied = 0;
            while (RandomAccess.Read(_file, buffer, copied) is > 0 and var count)
            {
                RandomAccess.Write(copy, buffer.AsSpan(0, count), copied);
                copied += count;
            }
        }
        catch
        {
            // A part of the journal must not look like the whole.
            RandomAccess.SetLength(copy, 0);
            throw;
        }
    }
}
