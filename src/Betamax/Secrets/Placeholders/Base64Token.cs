using System.Buffers;
using System.Text;
using Betamax.Secrets.Encodings;

namespace Betamax.Secrets.Placeholders;

/// <summary>
/// A run of base64 letters with its padding, which is decoded as a whole. One that touches an escape is not a token, because
/// parts of it may be escaped.
/// </summary>
internal readonly struct Base64Token
{
    /// <summary>The fewest bytes of a text that is searched for in base64.</summary>
    public const int MinBytes = 4;

    private static readonly SearchValues<byte> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/"u8);

    // The slashes of a path are not base64.
    private static readonly SearchValues<byte> LettersInUri =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+"u8);

    private readonly bool _isUrlAlphabet;
    private readonly bool _isPadded;

    private Base64Token(int start, int end, ReadOnlyMemory<byte> bytes, bool isUrlAlphabet, bool isPadded)
    {
        (Start, End, Bytes, _isUrlAlphabet, _isPadded) = (start, end, bytes, isUrlAlphabet, isPadded);
    }

    public int Start { get; }

    /// <summary>The end, with the padding.</summary>
    public int End { get; }

    /// <summary>The decoded bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The number of base64 letters for a number of bytes.</summary>
    public static int CountLetters(int bytes) => ((bytes * 8) + 5) / 6;

    /// <summary>The next token; <see langword="null"/> if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the search begins.</param>
    /// <param name="minLetters">The fewest letters of a token.</param>
    /// <param name="context">What the text is.</param>
    public static Base64Token? Find(ReadOnlySpan<byte> text, int from, int minLetters, TextContext context)
    {
        var letters = context == TextContext.Uri ? LettersInUri : Letters;
        while (text[from..].IndexOfAny(letters) is >= 0 and var next)
        {
            var start = from + next;
            var length = text[start..].IndexOfAnyExcept(letters) is >= 0 and var end ? end : text.Length - start;
            if (length >= minLetters && Read(text, start, start + length, context) is { } token)
            {
                return token;
            }

            from = start + length;
        }

        return null;
    }

    /// <summary>Encodes other bytes like this token: with its alphabet and its padding.</summary>
    public byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        var letters = Convert.ToBase64String(bytes);
        letters = _isUrlAlphabet ? letters.Replace('+', '-').Replace('/', '_') : letters;
        return Encoding.ASCII.GetBytes(_isPadded ? letters : letters.TrimEnd('='));
    }

    private static Base64Token? Read(ReadOnlySpan<byte> text, int start, int lettersEnd, TextContext context)
    {
        var letters = text[start..lettersEnd];
        var end = lettersEnd;
        var missing = -letters.Length & 3;
        while (end < text.Length && text[end] == '=' && end - lettersEnd < missing)
        {
            end++;
        }

        var (hasUrlSign, hasStandardSign) = (letters.ContainsAny("-_"u8), letters.ContainsAny("+/"u8));
        var isInEscapes = (start > 0 && text[start - 1] is (byte)'%' or (byte)'\\') || (end < text.Length && text[end] is (byte)'%' or (byte)'\\');
        if (missing == 3 || isInEscapes || (hasUrlSign && hasStandardSign))
        {
            return null;
        }

        // If no sign tells the alphabets apart: URIs and signed tokens, whose parts are joined by dots, use the one for URLs.
        var isBesideDot = (start > 0 && text[start - 1] == '.') || (end < text.Length && text[end] == '.' && end == lettersEnd);
        var isUrlAlphabet = hasUrlSign || (!hasStandardSign && (isBesideDot || context is TextContext.Uri or TextContext.Form));
        var isPadded = end > lettersEnd || (missing == 0 && !isUrlAlphabet);
        return new(start, end, LooseBase64.Decode(letters), isUrlAlphabet, isPadded);
    }
}
