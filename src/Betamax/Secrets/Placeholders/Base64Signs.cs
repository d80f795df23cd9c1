namespace Betamax.Secrets.Placeholders;

/// <summary>How the signs of base64 that are neither letters nor digits are written where they stand.</summary>
/// <param name="Plus">The sign of 62 in the standard alphabet.</param>
/// <param name="Slash">The sign of 63.</param>
/// <param name="Padding">The sign that fills the last quantum.</param>
internal sealed record Base64Signs(byte[] Plus, byte[] Slash, byte[] Padding)
{
    /// <summary>RFC 4648, section 4.</summary>
    public static readonly Base64Signs Plain = new("+"u8.ToArray(), "/"u8.ToArray(), "="u8.ToArray());

    /// <summary>In a form or a query.</summary>
    public static readonly Base64Signs Percent = new("%2B"u8.ToArray(), "%2F"u8.ToArray(), "%3D"u8.ToArray());

    /// <summary>RFC 4648, section 5.</summary>
    public static readonly Base64Signs Url = new("-"u8.ToArray(), "_"u8.ToArray(), "="u8.ToArray());

    /// <summary>The same in a form or a query, where its padding is escaped.</summary>
    public static readonly Base64Signs UrlInParameter = Url with { Padding = Percent.Padding };

    private static readonly Base64Signs PercentLower = new("%2b"u8.ToArray(), "%2f"u8.ToArray(), "%3d"u8.ToArray());

    // As System.Text.Json and PHP escape them.
    private static readonly Base64Signs Json = new("\\u002B"u8.ToArray(), "/"u8.ToArray(), "="u8.ToArray());
    private static readonly Base64Signs Php = new("+"u8.ToArray(), "\\/"u8.ToArray(), "="u8.ToArray());

    private static readonly Base64Signs[] All = [Plain, Url, Percent, PercentLower, Json, Php];

    /// <summary>The letter that stands at a place, as one of the standard alphabet.</summary>
    /// <param name="text">The text from that place on.</param>
    /// <param name="signs">How it is written; <see langword="null"/> = as any other letter.</param>
    /// <returns>The letter and its length in the text; a length of 0 = there is none.</returns>
    public static (byte Letter, int Length) Read(ReadOnlySpan<byte> text, out Base64Signs? signs)
    {
        signs = null;
        if (text.IsEmpty || char.IsAsciiLetterOrDigit((char)text[0]))
        {
            return text.IsEmpty ? default : (text[0], 1);
        }

        foreach (var style in All)
        {
            signs = style;
            if (text.StartsWith(style.Plus))
            {
                return ((byte)'+', style.Plus.Length);
            }

            if (text.StartsWith(style.Slash))
            {
                return ((byte)'/', style.Slash.Length);
            }
        }

        return default;
    }

    /// <summary>How long the letter is with which a text ends; 0 = it ends with none.</summary>
    public static int LengthOfLast(ReadOnlySpan<byte> text)
    {
        foreach (var style in All)
        {
            foreach (var sign in (byte[][])[style.Plus, style.Slash])
            {
                if (text.EndsWith(sign))
                {
                    return sign.Length;
                }
            }
        }

        return !text.IsEmpty && char.IsAsciiLetterOrDigit((char)text[^1]) ? 1 : 0;
    }

    /// <summary>The length of the padding with which a text begins, at most so many signs; and how it is written.</summary>
    public static (int Length, bool IsEscaped) PaddingOf(ReadOnlySpan<byte> text, int most)
    {
        foreach (var style in (Base64Signs[])[Plain, Percent, PercentLower])
        {
            var length = 0;
            for (var count = 0; count < most && text[length..].StartsWith(style.Padding); count++)
            {
                length += style.Padding.Length;
            }

            if (length > 0)
            {
                return (length, style.Padding.Length > 1);
            }
        }

        return default;
    }
}
