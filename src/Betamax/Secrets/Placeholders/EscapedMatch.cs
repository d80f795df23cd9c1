namespace Betamax.Secrets.Placeholders;

/// <summary>Whether a text begins with another one, any of whose signs may be escaped.</summary>
internal static class EscapedMatch
{
    /// <summary>How long the other text is there; 0 = it is not.</summary>
    public static int Percent(ReadOnlySpan<byte> text, ReadOnlySpan<byte> searched)
    {
        var at = 0;
        foreach (var one in searched)
        {
            var rest = text[at..];
            if (rest.IsEmpty)
            {
                return 0;
            }

            if (Escapes.PercentAt(rest) == one)
            {
                at += 3;
            }
            else if (rest[0] == one || (rest[0] == '+' && one == ' '))
            {
                at++;
            }
            else
            {
                return 0;
            }
        }

        return at;
    }

    /// <summary>How long the other text is there; 0 = it is not.</summary>
    public static int Json(ReadOnlySpan<byte> text, ReadOnlySpan<byte> searched)
    {
        var at = 0;
        Span<byte> utf8 = stackalloc byte[4];
        while (!searched.IsEmpty)
        {
            var rest = text[at..];
            if (rest.IsEmpty)
            {
                return 0;
            }

            var (length, rune) = rest[0] == '\\' ? Escapes.JsonAt(rest) : (0, default);
            var sign = utf8[..rune.EncodeToUtf8(utf8)];
            if (length > 1 && searched.StartsWith(sign))
            {
                at += length;
                searched = searched[sign.Length..];
            }
            else if (rest[0] == searched[0])
            {
                at++;
                searched = searched[1..];
            }
            else
            {
                return 0;
            }
        }

        return at;
    }
}
