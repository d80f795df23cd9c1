namespace Betamax.Files;

/// <summary>Reads a file while others may replace it, and replaces a file in one step.</summary>
internal static class SafeFile
{
    /// <summary>Opens a file for reading. A reader does not stop others from writing, replacing or deleting the file.</summary>
    /// <param name="path">The full path of the file.</param>
    public static FileStream OpenRead(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    /// <summary>
    /// Replaces a file in one step: the new content is written to a file beside it, flushed to the disk and renamed. If
    /// anything fails, the old file is unchanged. Missing directories are created. Several writers may replace it at once:
    /// the last one wins.
    /// </summary>
    /// <param name="path">The full path of the file. If it is a symbolic link, its target is replaced.</param>
    /// <param name="write">Writes the new content.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its directory is read-only.</exception>
    public static void Replace(string path, Action<Stream> write)
    {
        var target = ResolveLink(path);
        ThrowIfReadOnly(target);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var temporary = CreateTemporaryPath(target);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                KeepPermissions(target, stream);
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            DeleteQuietly(temporary);
            throw;
        }
    }

    /// <summary>The path behind a symbolic link; the path itself if it is not a link.</summary>
    public static string ResolveLink(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
            : path;

    /// <summary>Each writer has its own temporary file, because two writers would corrupt a shared one.</summary>
    private static string CreateTemporaryPath(string target) => $"{target}.{Path.GetRandomFileName()[..8]}.tmp";

    /// <summary>A rename would replace a read-only file without an error.</summary>
    private static void ThrowIfReadOnly(string target)
    {
        if (File.Exists(target) && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException("The file is read-only.");
        }
    }

    private static void KeepPermissions(string target, FileStream stream)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The caller gets the first error, which says more than this one.
        }
    }
}
