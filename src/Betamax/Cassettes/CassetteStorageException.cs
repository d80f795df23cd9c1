namespace Betamax;

/// <summary>
/// A cassette or its journal cannot be opened, read or written. <see cref="Exception.InnerException"/> is the error of the file
/// system or of the storage. The stored cassette is unchanged.
/// </summary>
public sealed class CassetteStorageException : BetamaxException
{
    /// <summary>Creates an exception whose message names the problem, the file and the remedy.</summary>
    /// <param name="problem">What failed, without a full stop: <c>The cassette cannot be read</c>.</param>
    /// <param name="path">Where the cassette or its journal is: a full path, or the location in another storage.</param>
    /// <param name="remedy">What the reader of the message can do, in whole sentences.</param>
    /// <param name="innerException">The error of the file system or of the storage.</param>
    public CassetteStorageException(string problem, string path, string remedy, Exception? innerException = null)
        : base($"""
            {problem}{(innerException is null ? "" : $": {innerException.Message}")}
              file: {path}
            {remedy}
            """, innerException) => Path = path;

    private CassetteStorageException(CassetteStorageException original, string addition)
        : base($"{original.Message}\n{addition}", original.InnerException) => (Path, IsConflict) = (original.Path, original.IsConflict);

    /// <summary>The full path of the file in question, or its location in another storage.</summary>
    public string Path { get; }

    /// <summary>
    /// Whether the cassette was not replaced because somebody else had changed, created or deleted it after it was opened.
    /// </summary>
    public bool IsConflict { get; private init; }

    /// <summary>Creates the exception for a storage that finds another version of a cassette than expected.</summary>
    /// <param name="path">Where the cassette is: a full path, or the location in another storage.</param>
    /// <param name="isDeleted">Whether the cassette no longer exists.</param>
    /// <param name="innerException">The error of the storage, if it has one.</param>
    public static CassetteStorageException Conflict(string path, bool isDeleted, Exception? innerException = null) => new(
        isDeleted
            ? "The cassette was deleted by somebody else after it was opened"
            : "The cassette was changed by somebody else after it was opened",
        path,
        "Their version is kept.",
        innerException)
    {
        IsConflict = true,
    };

    /// <summary>Returns the same exception with one more line in its message.</summary>
    internal CassetteStorageException Add(string line) => new(this, line);

    internal static CassetteStorageException CannotRead(string path, Exception error) => new(
        "The cassette cannot be read", path, "Make the file readable, or give the cassette another name.", error);

    internal static CassetteStorageException CannotSave(string path, Exception error) => new(
        "The cassette cannot be saved",
        path,
        "The file is unchanged. Make room, or make the file and its directory writable. Then save again.",
        error);
}
