using System.Buffers;
using System.Text;
using Betamax.Http;
using Betamax.Secrets.Encodings;

namespace Betamax.Secrets.Leaks;

/// <summary>Something in a text that looks like a secret.</summary>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Offset">The byte at which it begins, or the beginning of the base64 that holds it.</param>
internal readonly record struct TextLeak(string Rule, int Offset);

/// <summary>
/// Finds secrets in one text: as it is, and decoded from percent-encoding, JSON escapes and base64, also nested. Every secret
/// has a long run of letters, digits and a few signs, so ordinary words are skipped.
/// </summary>
internal sealed class TextScan
{
    /// <summary>The fewest characters of a placeholder's value. A shorter one, such as a user name, would be found by chance.</summary>
    public const int MinValueLength = 8;

    /// <summary>How many bytes are decoded at a time.</summary>
    public const int BlockSize = 64 * 1024;

    /// <summary>How many bytes of a block are scanned again with the next one.</summary>
    public const int Overlap = 4 * 1024;

    private const int MaxLeaks = 100;
    private const int MaxLayers = 3;
    private const int MinShapeLength = 20;
    private const int MinRunLength = 10;

    private static readonly SearchValues<byte> RunBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.+/=:"u8);

    private readonly LeakShape[]?[] _shapesByFirstByte = new LeakShape[]?[256];
    private readonly byte[][] _values;
    private readonly bool _valuesHaveQuotes;
    private readonly LeakRule[] _ownRules;

    /// <param name="shapes">The shapes to look for.</param>
    /// <param name="values">The values of placeholders, which must not be saved.</param>
    /// <param name="ownRules">The rules of the user.</param>
    public TextScan(IEnumerable<LeakShape> shapes, IEnumerable<string> values, IEnumerable<LeakRule> ownRules)
    {
        _values = [.. values.Where(value => value.Length >= MinValueLength).SelectMany(EncodeValue)];
        _valuesHaveQuotes = _values.Any(value => value.Contains((byte)'"'));
        _ownRules = [.. ownRules];
        foreach (var group in shapes.SelectMany(shape => shape.FirstBytes, (shape, first) => (First: first, Shape: shape)).GroupBy(one => one.First))
        {
            _shapesByFirstByte[group.Key] = [.. group.Select(one => one.Shape)];
        }
    }

    /// <summary>The length below which no text holds a secret, however it is encoded.</summary>
    public int MinLength => _ownRules.Length > 0 ? 1 : _values.Length > 0 ? MinValueLength : MinShapeLength;

    /// <summary>The leaks, in the order of the text; <see langword="null"/> for nothing.</summary>
    public IReadOnlyList<TextLeak>? Find(ReadOnlySpan<byte> text)
    {
        List<TextLeak>? leaks = null;
        Scan(text, MaxLayers, ref leaks);
        return leaks is null ? null : [.. leaks.Distinct().OrderBy(leak => leak.Offset)];
    }

    private static IEnumerable<byte[]> EncodeValue(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        var hexadecimal = Convert.ToHexString(utf8);
        return [utf8, Encoding.ASCII.GetBytes(hexadecimal), Encoding.ASCII.GetBytes(hexadecimal.ToLowerInvariant())];
    }

    private void Scan(ReadOnlySpan<byte> text, int layers, ref List<TextLeak>? leaks)
    {
        foreach (var value in _values)
        {
            for (var at = text.IndexOf(value); at >= 0;)
            {
                Add(new(LeakRules.PlaceholderValue, at), ref leaks);
                at = text[(at + value.Length)..].IndexOf(value) is >= 0 and var next ? at + value.Length + next : -1;
            }
        }

        if (_ownRules.Length > 0)
        {
            ApplyOwnRules(text, ref leaks);
        }

        ScanRuns(text, layers, ref leaks);
        if (layers > 0 && text.Contains((byte)'%'))
        {
            ScanDecoded(text, PercentEncoding.Decode, layers, ref leaks);
        }

        if (layers > 0 && MayHideInJsonEscapes(text))
        {
            ScanDecoded(text, LooseJson.Unescape, layers, ref leaks);
        }
    }

    private void ApplyOwnRules(ReadOnlySpan<byte> utf8, ref List<TextLeak>? leaks)
    {
        var text = Encoding.UTF8.GetString(utf8);
        foreach (var rule in _ownRules)
        {
            if (rule.Find(text) is >= 0 and var index)
            {
                Add(new(rule.Name, Math.Min(Encoding.UTF8.GetByteCount(text.AsSpan(0, Math.Min(index, text.Length))), utf8.Length)), ref leaks);
            }
        }
    }

    /// <summary>
    /// Whether there are escapes other than those of quotation marks. Those are the most common, and do not change the text
    /// between two quotation marks.
    /// </summary>
    private bool MayHideInJsonEscapes(ReadOnlySpan<byte> text)
    {
        var quotesCount = _valuesHaveQuotes || _ownRules.Length > 0;
        while (text.IndexOf((byte)'\\') is >= 0 and var at && at + 1 < text.Length)
        {
            if (quotesCount || text[at + 1] != '"')
            {
                return true;
            }

            text = text[(at + 2)..];
        }

        return false;
    }

    private void ScanRuns(ReadOnlySpan<byte> text, int layers, ref List<TextLeak>? leaks)
    {
        for (var at = 0; at + MinRunLength <= text.Length;)
        {
            // No run begins before a byte that does not belong to one.
            var other = text.Slice(at, MinRunLength).LastIndexOfAnyExcept(RunBytes);
            if (other >= 0)
            {
                at += other + 1;
                continue;
            }

            var end = text[at..].IndexOfAnyExcept(RunBytes) is >= 0 and var length ? at + length : text.Length;
            ScanShapes(text, at, end, ref leaks);
            if (layers > 0)
            {
                ScanBase64(text, at, end, layers, ref leaks);
            }

            at = end;
        }
    }

    private void ScanShapes(ReadOnlySpan<byte> text, int start, int end, ref List<TextLeak>? leaks)
    {
        var afterWord = false;
        for (var at = start; at < end; at++)
        {
            var isWord = char.IsAsciiLetterOrDigit((char)text[at]);
            if (!(afterWord && isWord) && _shapesByFirstByte[text[at]] is { } shapes)
            {
                foreach (var shape in shapes)
                {
                    if (shape.Matches(text, at))
                    {
                        Add(new(shape.Name, at), ref leaks);
                    }
                }
            }

            afterWord = isWord;
        }
    }

    private void ScanBase64(ReadOnlySpan<byte> text, int start, int end, int layers, ref List<TextLeak>? leaks)
    {
        var isThorough = _values.Length > 0 || _ownRules.Length > 0;
        foreach (var (from, length) in Base64Places.Find(text[start..end], isThorough))
        {
            List<TextLeak>? inner = null;
            ScanDecoded(text.Slice(start + from, length), LooseBase64.Decode, layers, ref inner);
            foreach (var leak in inner ?? [])
            {
                Add(leak with { Offset = start + from + leak.Offset }, ref leaks);
            }
        }
    }

    private void ScanDecoded(ReadOnlySpan<byte> text, Decoder decode, int layers, ref List<TextLeak>? leaks)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(text.Length + 3, BlockSize));
        for (var at = 0; at < text.Length;)
        {
            var (consumed, written) = decode(text[at..], buffer);
            List<TextLeak>? inner = null;
            if (written < consumed)
            {
                Scan(buffer.AsSpan(0, written), layers - 1, ref inner);
            }

            foreach (var leak in inner ?? [])
            {
                // Decoding up to the leak shows how much of the encoded text precedes it.
                Add(leak with { Offset = at + decode(text[at..], buffer.AsSpan(0, leak.Offset)).Consumed }, ref leaks);
            }

            at += at + consumed >= text.Length ? consumed : Math.Max(consumed - Overlap, 4);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static void Add(TextLeak leak, ref List<TextLeak>? leaks)
    {
        leaks ??= [];
        if (leaks.Count < MaxLeaks)
        {
            leaks.Add(leak);
        }
    }

    /// <summary>Decodes as much as the destination has room for.</summary>
    private delegate (int Consumed, int Written) Decoder(ReadOnlySpan<byte> source, Span<byte> destination);
}
