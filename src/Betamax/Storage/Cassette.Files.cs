using Betamax.Formats;
using Betamax.Storage;

namespace Betamax;

public sealed partial class Cassette
{
    /// <summary>Reads a cassette from a file. A file of 0 bytes is an empty cassette.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CassetteNotFoundException">There is no such file.</exception>
    /// <exception cref="CassetteFormatException">It is no cassette; the exception says where and why.</exception>
    /// <exception cref="CassetteStorageException">It cannot be read.</exception>
    public static Cassette Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new CassetteFile(Path.GetFullPath(path));
        return file.Load(out _) ?? throw new CassetteNotFoundException(file.Path, "Check the path.");
    }

    /// <summary>Reads a cassette from a stream, up to its end. The stream stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="CassetteFormatException">It holds no cassette; the exception says where and why.</exception>
    public static Cassette Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return CassetteReader.Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), path: null);
    }

    /// <summary>
    /// Writes the cassette to a file, which is replaced in one step. The same cassette always gives the same bytes.
    /// Missing directories are made.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CassetteStorageException">It cannot be written; the old file is then what it was.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        new CassetteFile(Path.GetFullPath(path)).Replace(Save);
    }

    /// <summary>Writes the cassette to a stream, which stays open.</summary>
    /// <param name="stream">The stream.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        CassetteWriter.Write(this, stream);
    }
}
