using System.Globalization;
using Betamax.Storage;

namespace Betamax;

/// <summary>Stores cassettes in memory, for tests of code that uses a library. It has no journal.</summary>
public sealed class InMemoryCassetteStorage : ICassetteStorage
{
    private readonly object _lock = new();
    private readonly Dictionary<string, (byte[] Content, long Version)> _cassettes = new(StringComparer.Ordinal);
    private long _lastVersion;

    /// <inheritdoc/>
    public string GetLocation(string key)
    {
        CassetteName.ThrowIfInvalid(key);
        return $"memory:{key}";
    }

    /// <inheritdoc/>
    public string? GetJournalPath(string key) => null;

    /// <inheritdoc/>
    public ValueTask<StoredCassette?> OpenAsync(string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CassetteName.ThrowIfInvalid(key);
        lock (_lock)
        {
            return new(_cassettes.TryGetValue(key, out var stored)
                ? new StoredCassette(new MemoryStream(stored.Content, writable: false), FormatVersion(stored.Version))
                : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask ReplaceAsync(
        string key, string? expectedVersion, Action<Stream> write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        cancellationToken.ThrowIfCancellationRequested();
        var location = GetLocation(key);
        using var content = new MemoryStream();
        write(content);
        lock (_lock)
        {
            var exists = _cassettes.TryGetValue(key, out var current);
            if ((exists ? FormatVersion(current.Version) : null) != expectedVersion)
            {
                throw CassetteStorageException.Conflict(location, isDeleted: !exists);
            }

            _cassettes[key] = (content.ToArray(), ++_lastVersion);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CassetteName.ThrowIfInvalid(key);
        lock (_lock)
        {
            _cassettes.Remove(key);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new((IReadOnlyList<string>)[.. _cassettes.Keys]);
        }
    }

    private static string FormatVersion(long version) => version.ToString(CultureInfo.InvariantCulture);
}
