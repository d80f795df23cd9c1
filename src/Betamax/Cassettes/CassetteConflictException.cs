namespace Betamax;

/// <summary>
/// A cassette was changed or deleted by somebody else after it was opened, so that it is not replaced. The stored cassette is
/// unchanged.
/// </summary>
public sealed class CassetteConflictException : CassetteStorageException
{
    /// <summary>Creates the exception for a storage that finds another version than the expected one.</summary>
    /// <param name="path">Where the cassette is: a full path, or the location in another storage.</param>
    /// <param name="isDeleted">Whether there is no cassette any more.</param>
    /// <param name="innerException">The error of the storage, if it has one.</param>
    public CassetteConflictException(string path, bool isDeleted, Exception? innerException = null)
        : base(
            $"The cassette was {(isDeleted ? "deleted" : "changed")} by somebody else after it was opened",
            path,
            "It is left as they made it.",
            innerException) => IsDeleted = isDeleted;

    private CassetteConflictException(CassetteConflictException original, string addition)
        : base(original, addition) => IsDeleted = original.IsDeleted;

    /// <summary>Whether the cassette was deleted. If not, it was created or changed.</summary>
    public bool IsDeleted { get; }

    internal override CassetteStorageException Add(string line) => new CassetteConflictException(this, line);
}
