using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Betamax.Http;

/// <summary>
/// Decodes any bytes to text, so that different bytes become different texts: a byte that is not UTF-8 becomes the lone
/// surrogate U+DC00 + byte, as with Python's "surrogateescape".
/// </summary>
internal static class LosslessUtf8
{
    private const int Escape = 0xDC00;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var done = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed) == OperationStatus.Done;
            if (done)
            {
                text.Append(rune);
            }
            else
            {
                foreach (var value in bytes[..consumed])
                {
                    text.Append((char)(Escape + value));
                }
            }

            bytes = bytes[consumed..];
        }

        return text.ToString();
    }

    /// <summary>The byte that a lone surrogate stands for; <see langword="null"/> for every other character.</summary>
    public static byte? GetByte(char character) =>
        character is >= (char)(Escape + 0x80) and <= (char)(Escape + 0xFF) ? (byte)(character - Escape) : null;
}
