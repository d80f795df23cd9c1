using Betamax.Files;

namespace Betamax.Storage;

/// <summary>The file of one cassette.</summary>
internal sealed class CassetteFile(string path, ICassetteFormat format)
{
    public string Path => path;

    /// <summary>Reads the cassette; <see langword="null"/> if there is no file.</summary>
    /// <param name="isEmpty">Whether the file is missing or has 0 bytes.</param>
    public Cassette? Load(out bool isEmpty) => Cassette.TryLoad(path, format, out isEmpty);

    /// <summary>What tells this state of the file from another one.</summary>
    public FileStamp Stamp()
    {
        try
        {
            var file = new FileInfo(SafeFile.ResolveLink(path));
            return file.Exists ? new(file.Length, file.LastWriteTimeUtc.Ticks) : FileStamp.Missing;
        }
        catch (IOException)
        {
            // The target of a link is missing, or the file was deleted just now.
            return FileStamp.Missing;
        }
    }

    /// <summary>Replaces the file in one step. If anything fails, the old file is unchanged.</summary>
    /// <param name="cassette">The new content.</param>
    /// <param name="whereItIsKept">Says in an error where the new content is kept meanwhile.</param>
    public void Replace(Cassette cassette, Func<string> whereItIsKept)
    {
        try
        {
            SafeFile.Replace(path, stream => format.Write(cassette, stream));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CassetteStorageException.CannotSave(path, whereItIsKept(), error);
        }
    }
}

/// <summary>The length and time of a file, which show that somebody else has changed it.</summary>
internal readonly record struct FileStamp(long Length, long Ticks)
{
    public static readonly FileStamp Missing = new(-1, 0);
}
