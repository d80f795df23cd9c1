namespace Betamax;

/// <summary>
/// A cassette or its journal cannot be opened, read or written. <see cref="Exception.InnerException"/> is the error of the file
/// system. The cassette on the disk is unchanged.
/// </summary>
public sealed class CassetteStorageException : BetamaxException
{
    internal CassetteStorageException(string problem, string path, string remedy, Exception? innerException = null)
        : base($"""
            {problem}{(innerException is null ? "" : $": {innerException.Message}")}
              file: {path}
            {remedy}
            """, innerException) => Path = path;

    /// <summary>The full path of the file in question.</summary>
    public string Path { get; }

    internal static CassetteStorageException CannotRead(string path, Exception error) => new(
        "The cassette cannot be read", path, "Make the file readable, or give the cassette another name.", error);

    /// <param name="path">The full path of the cassette.</param>
    /// <param name="remedy">What to do after the reason is removed.</param>
    /// <param name="error">The reason.</param>
    internal static CassetteStorageException CannotSave(string path, string remedy, Exception error) => new(
        "The cassette cannot be saved",
        path,
        "The file is unchanged. Make room, or make the file and its directory writable. " + remedy,
        error);
}
