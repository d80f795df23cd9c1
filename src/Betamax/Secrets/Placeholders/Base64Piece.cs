using System.Buffers;
using System.Buffers.Text;

namespace Betamax.Secrets.Placeholders;

/// <summary>A run of base64 from one quantum of it on, with all that is needed to write it again.</summary>
internal sealed class Base64Piece
{
    private const int Quantum = 4;

    private readonly Base64Signs _signs;
    private readonly bool _isPadded;

    private Base64Piece(int at, int length, ReadOnlyMemory<byte> bytes, Base64Signs signs, bool isPadded)
    {
        (At, Length, Bytes, _signs, _isPadded) = (at, length, bytes, signs, isPadded);
    }

    /// <summary>Where it begins in the text.</summary>
    public int At { get; }

    /// <summary>How long it is there, with its padding.</summary>
    public int Length { get; }

    /// <summary>What it says.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Reads the letters from a place on, so many at most, and what they say.</summary>
    public static ReadOnlySpan<byte> Beginning(ReadOnlySpan<byte> text, int letters) => Decode(Letters(text, letters, letters, Surroundings.Text).Read);

    /// <summary>Reads a run to its end.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="at">Where a quantum of it begins.</param>
    /// <param name="fewest">How many letters it has at least.</param>
    /// <param name="surroundings">What the text is.</param>
    public static Base64Piece Read(ReadOnlySpan<byte> text, int at, int fewest, Surroundings surroundings)
    {
        var (letters, end, signs) = Letters(text[at..], fewest, int.MaxValue, surroundings);
        end += at;

        // An end that no encoder writes is no base64: its letters belong to what follows.
        for (var bad = EndsWell(letters) ? 0 : letters.Count % Quantum; bad > 0 && letters.Count > fewest; bad--)
        {
            letters.RemoveAt(letters.Count - 1);
            end -= Base64Signs.LengthOfLast(text[..end]);
        }

        var odd = letters.Count % Quantum;
        var padding = Base64Signs.PaddingOf(text[end..], odd == 0 ? 0 : Quantum - odd);
        var isParameter = surroundings is Surroundings.Uri or Surroundings.Form;
        signs ??= IsBesideDot(text, at, end) ? Base64Signs.Url : isParameter ? Base64Signs.Percent : Base64Signs.Plain;
        var isUrl = signs == Base64Signs.Url;
        if (padding.IsEscaped || (padding.Length == 0 && isParameter))
        {
            signs = isUrl ? Base64Signs.UrlInParameter : signs with { Padding = Base64Signs.Percent.Padding };
        }

        // Where no quantum is open nothing tells whether one would be filled. The alphabet of URLs mostly goes without.
        var isPadded = padding.Length > 0 || (odd == 0 && !isUrl);
        return new(at, end + padding.Length - at, Decode(letters), signs, isPadded);
    }

    /// <summary>Other bytes, written as these were.</summary>
    public void Write(ReadOnlySpan<byte> bytes, IBufferWriter<byte> output)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(bytes.Length));
        Base64.EncodeToUtf8(bytes, buffer, out _, out var written);
        var rest = (ReadOnlySpan<byte>)buffer.AsSpan(0, written);
        while (rest.IndexOfAny("+/="u8) is >= 0 and var sign)
        {
            output.Write(rest[..sign]);
            output.Write(rest[sign] switch
            {
                (byte)'+' => _signs.Plus,
                (byte)'/' => _signs.Slash,
                _ => _isPadded ? _signs.Padding : [],
            });
            rest = rest[(sign + 1)..];
        }

        output.Write(rest);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static (List<byte> Read, int Length, Base64Signs? Signs) Letters(
        ReadOnlySpan<byte> text, int fewest, int most, Surroundings surroundings)
    {
        var (letters, at, style) = (new List<byte>(), 0, (Base64Signs?)null);
        while (letters.Count < most)
        {
            var (letter, length) = Base64Signs.Read(text[at..], out var signs);
            var isOfOtherAlphabet = style is not null && signs is not null && (style == Base64Signs.Url) != (signs == Base64Signs.Url);
            var isPath = surroundings == Surroundings.Uri && letters.Count >= fewest && length == 1 && text[at] == '/';
            if (length == 0 || isOfOtherAlphabet || isPath)
            {
                break;
            }

            // An escaped sign tells more than one that stands as it is.
            style = length > 1 ? signs : style ?? signs;
            letters.Add(letter);
            at += length;
        }

        return (letters, at, style);
    }

    // As the parts of a signed token are.
    private static bool IsBesideDot(ReadOnlySpan<byte> text, int at, int end)
    {
        while (Base64Signs.LengthOfLast(text[..at]) is > 0 and var length)
        {
            at -= length;
        }

        return (at > 0 && text[at - 1] == '.') || (end < text.Length && text[end] == '.');
    }

    // What the last letter holds beyond the last byte is zero.
    private static bool EndsWell(List<byte> letters) => (letters.Count % Quantum) switch
    {
        0 => true,
        1 => false,
        2 => "AQgw"u8.Contains(letters[^1]),
        _ => "AEIMQUYcgkosw048"u8.Contains(letters[^1]),
    };

    private static byte[] Decode(List<byte> letters)
    {
        var bytes = new byte[(letters.Count + Quantum - 1) / Quantum * 3];
        Base64Run.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(letters), bytes);
        return bytes[..(letters.Count * 6 / 8)];
    }
}
