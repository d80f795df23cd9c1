using System.Text;

namespace Betamax.Storage;

/// <summary>A cassette's name becomes a path inside its library, or is refused before anything is opened.</summary>
internal static class CassetteName
{
    // What ext4, NTFS and APFS hold in one name, less what the journal and a temporary file append to it.
    private const int MaxSegmentBytes = 255 - 24;

    public static string ToPath(string directory, string name, string extension)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Contains('\\'))
        {
            throw Refused(name, "folders are separated by '/', on every system");
        }

        if (Path.IsPathRooted(name) || (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0])))
        {
            throw Refused(name, "it is an absolute path, and a cassette stays in its library");
        }

        foreach (var segment in name.Split('/'))
        {
            if (Fault(segment) is { } fault)
            {
                throw Refused(name, fault);
            }
        }

        return Path.GetFullPath(Path.Combine([directory, .. (name + extension).Split('/')]));
    }

    private static string? Fault(string segment) => segment switch
    {
        "" => "a folder in it has no name",
        "." or ".." => $"'{segment}' could leave the library",
        _ when segment.IndexOfAny(Path.GetInvalidFileNameChars()) is >= 0 and var at =>
            $"a file's name cannot hold the character U+{(int)segment[at]:X4} on this system",
        _ when !IsWellFormed(segment) => "it holds half of a surrogate pair",
        _ when Encoding.UTF8.GetByteCount(segment) > MaxSegmentBytes =>
            $"'{segment[..20]}…' is longer than the {MaxSegmentBytes} bytes that a file's name can have",
        _ => null,
    };

    private static bool IsWellFormed(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[consumed..];
        }

        return true;
    }

    private static ArgumentException Refused(string name, string why) =>
        new($"'{name}' cannot be the name of a cassette: {why}.", nameof(name));
}
