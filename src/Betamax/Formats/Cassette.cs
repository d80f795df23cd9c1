using Betamax.Cassettes;
using Betamax.Files;

namespace Betamax;

/// <summary>
/// A cassette as data: its interactions, in the order in which their requests were sent. Immutable. It can be loaded from and
/// saved to a file or a stream.
/// </summary>
public sealed class Cassette
{
    /// <summary>Creates a cassette from interactions.</summary>
    /// <param name="interactions">The interactions, in order.</param>
    /// <param name="recordedWith">
    /// What recorded them, such as <c>betamax/0.9.0</c>. If <see langword="null"/>, saving writes the name and version of this
    /// library.
    /// </param>
    public Cassette(IEnumerable<Interaction> interactions, string? recordedWith = null)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        Interactions = [.. interactions];
        RecordedWith = recordedWith;
    }

    /// <summary>The interactions, in the order in which their requests were sent.</summary>
    public IReadOnlyList<Interaction> Interactions { get; }

    /// <summary>What recorded the cassette: a name and a version. <see langword="null"/> if the cassette does not say.</summary>
    public string? RecordedWith { get; }

    internal UnknownMembers Unknown { get; init; } = UnknownMembers.None;

    /// <summary>Reads a cassette from a file. A file of 0 bytes is an empty cassette.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">The format of the file. <see cref="CassetteFormats.Betamax"/> if <see langword="null"/>.</param>
    /// <exception cref="CassetteNotFoundException">The file does not exist.</exception>
    /// <exception cref="CassetteFormatException">The file is not a cassette; the exception says where and why.</exception>
    /// <exception cref="CassetteStorageException">The file cannot be read.</exception>
    public static Cassette Load(string path, ICassetteFormat? format = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        path = Path.GetFullPath(path);
        try
        {
            using var stream = SafeFile.OpenRead(path);
            return Load(stream, format ?? CassetteFormats.Betamax, path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CassetteNotFoundException(path, "Check the path.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CassetteStorageException.CannotRead(path, error);
        }
    }

    /// <summary>
    /// Reads a cassette from a stream, from its position to its end. The stream stays open. An empty stream is an empty
    /// cassette.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="format">The format of the stream. <see cref="CassetteFormats.Betamax"/> if <see langword="null"/>.</param>
    /// <exception cref="CassetteFormatException">The stream is not a cassette; the exception says where and why.</exception>
    public static Cassette Load(Stream stream, ICassetteFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Load(stream, format ?? CassetteFormats.Betamax, path: null);
    }

    /// <summary>
    /// Writes the cassette to a file, which is replaced in one step. The same cassette always gives the same bytes. Missing
    /// directories are created.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="format">The format to write. <see cref="CassetteFormats.Betamax"/> if <see langword="null"/>.</param>
    /// <exception cref="NotSupportedException">The format cannot be written.</exception>
    /// <exception cref="CassetteStorageException">The file cannot be written. The old file is unchanged.</exception>
    public void Save(string path, ICassetteFormat? format = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        path = Path.GetFullPath(path);
        try
        {
            SafeFile.Replace(path, stream => Save(stream, format));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CassetteStorageException.CannotSave(path, error);
        }
    }

    /// <summary>Writes the cassette to a stream, which stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="format">The format to write. <see cref="CassetteFormats.Betamax"/> if <see langword="null"/>.</param>
    /// <exception cref="NotSupportedException">The format cannot be written.</exception>
    public void Save(Stream stream, ICassetteFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        (format ?? CassetteFormats.Betamax).Write(this, stream);
    }

    /// <summary>An empty file is an empty cassette in every format, so no format has to handle it.</summary>
    private static Cassette Load(Stream stream, ICassetteFormat format, string? path) =>
        stream.CanSeek && stream.Position >= stream.Length ? new([]) : format.Read(stream, path);
}
