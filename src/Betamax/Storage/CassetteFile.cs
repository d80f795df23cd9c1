using System.Text.Json;
using Betamax.Formats;

namespace Betamax.Storage;

/// <summary>One cassette on the disk: loaded, and replaced in one step.</summary>
internal sealed class CassetteFile(string path)
{
    public string Path => path;

    /// <summary>The cassette, or <see langword="null"/> where there is no file.</summary>
    /// <param name="isEmpty">Whether there is no file, or one of no bytes.</param>
    public Cassette? Load(out bool isEmpty)
    {
        isEmpty = true;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var cassette = Read(stream);
            isEmpty = cassette is null;
            return cassette ?? new([]);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException(
                "The cassette cannot be read", path, "Make the file readable, or give the cassette another name.", fault);
        }
    }

    /// <summary>What tells this state of the file from another one.</summary>
    public FileStamp Stamp()
    {
        try
        {
            var file = new FileInfo(TargetOf(path));
            return file.Exists ? new(file.Length, file.LastWriteTimeUtc.Ticks) : FileStamp.Missing;
        }
        catch (IOException)
        {
            // A link that leads nowhere, or a file that has gone just now.
            return FileStamp.Missing;
        }
    }

    /// <summary>
    /// Replaces the file in one step: what is written goes beside it, is flushed to the disk, and takes its name. When
    /// anything fails before that, the old file is what it was.
    /// </summary>
    /// <param name="write">Writes the new content.</param>
    /// <param name="whereItIsKept">Says in an error where that content is kept meanwhile.</param>
    public void Replace(Action<Stream> write, Func<string>? whereItIsKept = null)
    {
        string? temporary = null;
        try
        {
            var target = TargetOf(path);
            RefuseReadOnly(target);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            temporary = target + ".tmp";
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                KeepMode(target, stream);
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Discard(temporary);
            throw new CassetteStorageException(
                "The cassette cannot be saved",
                path,
                "The file is what it was. Make room, or make the file and its directory writable. " + (whereItIsKept?.Invoke() ?? "Then save again."),
                fault);
        }
    }

    /// <summary>
    /// Reads it a block at a time, and as a whole only where something is wrong with it: to say where, or because it was changed
    /// meanwhile.
    /// </summary>
    private Cassette? Read(FileStream stream)
    {
        try
        {
            return CassetteReader.Read(stream);
        }
        catch (JsonException)
        {
            var bytes = File.ReadAllBytes(path);
            return bytes is [] ? null : CassetteReader.Read(bytes, path);
        }
    }

    // A cassette that is a link stays one: what it links to is replaced.
    private static string TargetOf(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
            : path;

    // A rename would go over a file that its owner has protected.
    private static void RefuseReadOnly(string target)
    {
        if (File.Exists(target) && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException("The file is marked as read-only.");
        }
    }

    private static void KeepMode(string target, FileStream stream)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
        }
    }

    private static void Discard(string? temporary)
    {
        try
        {
            if (temporary is not null)
            {
                File.Delete(temporary);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The fault that led here says more than this one would.
        }
    }
}

/// <summary>The length and time of a file, to notice that somebody else has changed it.</summary>
internal readonly record struct FileStamp(long Length, long Ticks)
{
    public static readonly FileStamp Missing = new(-1, 0);
}
