using System.IO.Enumeration;
using Betamax.Files;
using Betamax.Storage;
using Microsoft.Win32.SafeHandles;

namespace Betamax;

/// <summary>Stores cassettes as files in a directory. All methods complete synchronously.</summary>
public sealed class FileCassetteStorage : ICassetteStorage
{
    /// <summary>Creates a storage for a directory. The directory itself is created when a cassette is first recorded.</summary>
    /// <param name="directory">The directory. A relative path is resolved against the working directory.</param>
    public FileCassetteStorage(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        Directory = Path.GetFullPath(directory);
    }

    /// <summary>The full path of the directory.</summary>
    public string Directory { get; }

    /// <inheritdoc/>
    public string GetLocation(string key)
    {
        CassetteName.ThrowIfInvalid(key);
        return Path.GetFullPath(Path.Combine([Directory, .. key.Split('/')]));
    }

    /// <inheritdoc/>
    public string? GetJournalPath(string key) => GetLocation(key) + JournalFile.Extension;

    /// <inheritdoc/>
    public ValueTask<StoredCassette?> OpenAsync(string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Open(GetLocation(key)));
    }

    /// <inheritdoc/>
    public ValueTask ReplaceAsync(
        string key, string? expectedVersion, Action<Stream> write, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = GetLocation(key);
        using (var current = Open(path))
        {
            if (current?.Version != expectedVersion)
            {
                throw CassetteStorageException.Conflict(path, isDeleted: current is null);
            }
        }

        try
        {
            SafeFile.Replace(path, write);
            return ValueTask.CompletedTask;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CassetteStorageException.CannotSave(path, error);
        }
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = GetLocation(key);
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // There is no cassette to delete.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException("The cassette cannot be deleted", path, "Make its directory writable.", error);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!System.IO.Directory.Exists(Directory))
        {
            return new((IReadOnlyList<string>)[]);
        }

        try
        {
            return new((IReadOnlyList<string>)[.. EnumerateFiles(Directory).Select(path => Path.GetRelativePath(Directory, path).Replace('\\', '/'))]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException("The cassettes cannot be listed", Directory, "Make the directory readable.", error);
        }
    }

    private static StoredCassette? Open(string path)
    {
        try
        {
            var stream = SafeFile.OpenRead(path);
            return new(stream, GetVersion(stream.SafeFileHandle));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CassetteStorageException.CannotRead(path, error);
        }
    }

    /// <summary>The version of an open file. It is never read by path: some mounts report other times for the path.</summary>
    private static string GetVersion(SafeFileHandle file) => $"{RandomAccess.GetLength(file)}-{File.GetLastWriteTimeUtc(file).Ticks}";

    /// <summary>Lists links to files, but does not follow links to directories, because they may form a circle.</summary>
    private static FileSystemEnumerable<string> EnumerateFiles(string directory) => new(
        directory,
        (ref FileSystemEntry entry) => entry.ToFullPath(),
        new() { RecurseSubdirectories = true, AttributesToSkip = default })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    };
}
