using System.Text;

namespace Betamax.Storage;

/// <summary>
/// The rules for a cassette's name. A name that leaves its library, or that one of Windows, macOS and Linux cannot hold, is
/// refused on all of them, before anything is opened.
/// </summary>
internal static class CassetteName
{
    /// <summary>What ext4, NTFS and APFS allow for one name, less what a journal or a temporary file appends to it.</summary>
    private const int MaxSegmentBytes = 255 - 19;

    private const string ForbiddenByWindows = "<>:\"|?*";

    private static readonly string[] Devices = ["con", "prn", "aux", "nul", "conin$", "conout$"];

    /// <summary>The key of a cassette in its storage: its name with the extension of its format.</summary>
    /// <exception cref="ArgumentException">The name is invalid. The message says why.</exception>
    public static string ToKey(string name, string extension)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var key = name + extension;
        var fault = Fault(name) ?? key.Split('/').Select(LengthFault).FirstOrDefault(fault => fault is not null);
        return fault is null
            ? key
            : throw new ArgumentException($"'{name}' cannot be the name of a cassette: {fault}.", nameof(name));
    }

    /// <exception cref="ArgumentException">The name or key is invalid. The message says why.</exception>
    public static void ThrowIfInvalid(string name) => ToKey(name, "");

    /// <summary>Whether a cassette can have this name. Its length is not checked.</summary>
    public static bool IsValid(string name) => !string.IsNullOrWhiteSpace(name) && Fault(name) is null;

    private static string? Fault(string name) =>
        name.Contains('\\') ? "folders are separated by '/', on every system"
        : name is ['/', ..] or [_, ':', '/', ..] ? "it is an absolute path, and a cassette stays in its library"
        : name.Split('/').Select(SegmentFault).FirstOrDefault(fault => fault is not null);

    private static string? SegmentFault(string segment) => segment switch
    {
        "" => "a folder in it has no name",
        "." or ".." => $"'{segment}' could leave the library",
        _ when segment.FirstOrDefault(IsForbidden) is not '\0' and var forbidden => Holding(forbidden),
        _ when segment.Contains('\0') => Holding('\0'),
        _ when segment[^1] is '.' or ' ' => $"'{segment}' ends with a {(segment[^1] == '.' ? "dot" : "space")}, which Windows removes",
        _ when IsDevice(segment) => $"'{segment}' is the name of a device on Windows",
        _ when !IsWellFormed(segment) => "it holds half of a surrogate pair",
        _ => null,
    };

    private static string Holding(char forbidden) => char.IsControl(forbidden)
        ? $"it holds the control character U+{(int)forbidden:X4}, which a file name on Windows cannot have"
        : $"it holds the character {forbidden}, which a file name on Windows cannot have";

    private static string? LengthFault(string segment) => Encoding.UTF8.GetByteCount(segment) > MaxSegmentBytes
        ? $"'{segment[..20]}…' is longer than {MaxSegmentBytes} bytes in UTF-8"
        : null;

    private static bool IsForbidden(char character) => char.IsControl(character) || ForbiddenByWindows.Contains(character);

    /// <summary>Windows finds a device by the part of a name before its first dot, without trailing spaces.</summary>
    private static bool IsDevice(string segment)
    {
        var stem = segment.Split('.')[0].TrimEnd(' ').ToLowerInvariant();
        return Devices.Contains(stem) || (stem is [_, _, _, var port] && stem[..3] is "com" or "lpt" && IsPortNumber(port));
    }

    private static bool IsPortNumber(char character) => char.IsAsciiDigit(character) || character is '¹' or '²' or '³';

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
}
