using System.Text;

namespace Betamax.Storage;

/// <summary>
/// The rules for a cassette's name. A name must stay inside the library and be valid on Windows, macOS and Linux. It is checked
/// before anything is opened.
/// </summary>
internal static class CassetteName
{
    /// <summary>The limit of ext4, NTFS and APFS for one name, minus what a journal or a temporary file appends.</summary>
    private const int MaxSegmentBytes = 255 - 19;

    private const string ForbiddenByWindows = "<>:\"|?*";

    private static readonly string[] Devices = ["con", "prn", "aux", "nul", "conin$", "conout$"];

    /// <summary>The key of a cassette in its storage: its name with the extension of its format.</summary>
    /// <exception cref="ArgumentException">The name is invalid. The message says why.</exception>
    public static string ToKey(string name, string extension)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var key = name + extension;
        var fault = FindFault(name) ?? key.Split('/').Select(FindLengthFault).FirstOrDefault(fault => fault is not null);
        return fault is null
            ? key
            : throw new ArgumentException($"'{name}' cannot be the name of a cassette: {fault}.", nameof(name));
    }

    /// <exception cref="ArgumentException">The name or key is invalid. The message says why.</exception>
    public static void ThrowIfInvalid(string name) => ToKey(name, "");

    /// <summary>Whether a cassette can have this name. The length is not checked.</summary>
    public static bool IsValid(string name) => !string.IsNullOrWhiteSpace(name) && FindFault(name) is null;

    private static string? FindFault(string name) =>
        name.Contains('\\') ? "it contains '\\', but folders are separated by '/' on every system"
        : name is ['/', ..] or [_, ':', '/', ..] ? "it is an absolute path, but a cassette must be inside its library"
        : name.Split('/').Select(FindSegmentFault).FirstOrDefault(fault => fault is not null);

    private static string? FindSegmentFault(string segment) => segment switch
    {
        "" => "a folder or file in it has an empty name",
        "." or ".." => $"'{segment}' could leave the library",
        _ when segment.FirstOrDefault(IsForbidden) is not '\0' and var forbidden => DescribeForbidden(forbidden),
        _ when segment.Contains('\0') => DescribeForbidden('\0'),
        _ when segment[^1] is '.' or ' ' => $"'{segment}' ends with a {(segment[^1] == '.' ? "dot" : "space")}, which Windows removes",
        _ when IsDevice(segment) => $"'{segment}' is the name of a device on Windows",
        _ when !IsWellFormed(segment) => "it contains half of a surrogate pair",
        _ => null,
    };

    private static string DescribeForbidden(char forbidden) => char.IsControl(forbidden)
        ? $"it contains the control character U+{(int)forbidden:X4}, which Windows forbids in file names"
        : $"it contains the character {forbidden}, which Windows forbids in file names";

    private static string? FindLengthFault(string segment) => Encoding.UTF8.GetByteCount(segment) > MaxSegmentBytes
        ? $"'{segment[..20]}…' is longer than {MaxSegmentBytes} bytes in UTF-8"
        : null;

    private static bool IsForbidden(char character) => char.IsControl(character) || ForbiddenByWindows.Contains(character);

    /// <summary>Windows recognizes a device by the part of the name before its first dot, ignoring trailing spaces.</summary>
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
