namespace Betamax;

/// <summary>
/// Stores the cassettes of a library. The default is <see cref="FileCassetteStorage"/>. With an implementation for an object store,
/// several machines can share one library. Implementations must be safe to use from any thread.
/// </summary>
/// <remarks>
/// The key of a cassette is its name and the extension of its format, with <c>/</c> between folders, such as
/// <c>github/issues.json</c>. A version is any text that changes when the content changes, such as an ETag. Methods throw a
/// <see cref="CassetteStorageException"/> when they fail. They may complete synchronously, as those of the file system do.
/// </remarks>
public interface ICassetteStorage
{
    /// <summary>
    /// Gets the location of a cassette, for messages and <see cref="Recorder.CassettePath"/>: a full path or a URL.
    /// </summary>
    /// <param name="key">The cassette's key.</param>
    /// <exception cref="ArgumentException">The storage cannot hold such a key.</exception>
    string GetLocation(string key);

    /// <summary>
    /// Gets the path of a file on this machine where a recorder may write its journal: the recordings of a run that has not ended
    /// yet. If it is <see langword="null"/>, there is no journal, and the recordings of a killed process are lost.
    /// </summary>
    /// <param name="key">The cassette's key.</param>
    string? GetJournalPath(string key);

    /// <summary>Opens a cassette for reading.</summary>
    /// <param name="key">The cassette's key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The content and its version, which the caller must dispose; <see langword="null"/> if there is no cassette.</returns>
    ValueTask<StoredCassette?> OpenAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates or replaces a cassette in one step: readers see either the old content or the new one. If the call fails,
    /// the old content is unchanged.
    /// </summary>
    /// <param name="key">The cassette's key.</param>
    /// <param name="expectedVersion">
    /// The version that the cassette must still have; <see langword="null"/> if no cassette may exist yet.
    /// </param>
    /// <param name="write">Writes the new content to its argument.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CassetteStorageException">
    /// The cassette has another version (<see cref="CassetteStorageException.Conflict"/>), or it cannot be written.
    /// </exception>
    ValueTask ReplaceAsync(string key, string? expectedVersion, Action<Stream> write, CancellationToken cancellationToken = default);

    /// <summary>Deletes a cassette. Does nothing if there is none.</summary>
    /// <param name="key">The cassette's key.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Lists the keys of all cassettes, in any order. Other files may be in the list too.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default);
}
