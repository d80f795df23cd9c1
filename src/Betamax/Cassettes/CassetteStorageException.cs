namespace Betamax;

/// <summary>
/// A cassette or its journal cannot be opened, read or written. <see cref="Exception.InnerException"/> is the error of the file
/// system or of the storage. The stored cassette is unchanged.
/// </summary>
public class CassetteStorageException : BetamaxException
{
    /// <summary>Creates an exception whose message names the problem, the file and the remedy, one on each line.</summary>
    /// <param name="problem">What failed, as the beginning of a sentence: <c>The cassette cannot be read</c>.</param>
    /// <param name="path">Where the cassette or its journal is: a full path, or the location in another storage.</param>
    /// <param name="remedy">What the reader of the message can do, in whole sentences.</param>
    /// <param name="innerException">The error of the file system or of the storage.</param>
    public CassetteStorageException(string problem, string path, string remedy, Exception? innerException = null)
        : base($"""
            {problem}{(innerException is null ? "" : $": {innerException.Message}")}
              file: {path}
            {remedy}
            """, innerException) => Path = path;

    /// <summary>The same exception with one more line in its message.</summary>
    private protected CassetteStorageException(CassetteStorageException original, string addition)
        : base($"{original.Message}\n{addition}", original.InnerException) => Path = original.Path;

    /// <summary>The full path of the file in question, or its location in another storage.</summary>
    public string Path { get; }

    /// <summary>Returns the same exception with one more line in its message.</summary>
    internal virtual CassetteStorageException Add(string line) => new(this, line);

    internal static CassetteStorageException CannotRead(string path, Exception error) => new(
        "The cassette cannot be read", path, "Make the file readable, or give the cassette another name.", error);

    internal static CassetteStorageException CannotSave(string path, Exception error) => new(
        "The cassette cannot be saved",
        path,
        "The file is unchanged. Make room, or make the file and its directory writable. Then save again.",
        error);
}
