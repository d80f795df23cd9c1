namespace Betamax;

/// <summary>
/// A cassette or its journal cannot be opened, read or written: the file system's own error is the
/// <see cref="Exception.InnerException"/>. The cassette on the disk is what it was.
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
}
