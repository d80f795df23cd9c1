using System.Buffers;
using System.Text;

namespace Betamax.Secrets.Leaks;

/// <summary>Something in a text that looks like a secret.</summary>
/// <param name="Rule">The name of the rule.</param>
/// <param name="Offset">The byte at which it begins, or the base64 that holds it.</param>
internal readonly record struct LeakFind(string Rule, int Offset);

/// <summary>
/// Finds secrets in one text: as they are, percent-encoded, escaped in JSON, in base64, and in these within one another.
/// A text of ordinary words is passed over quickly: every shape has a run of letters, digits and few signs in it.
/// </summary>
internal sealed class TextScan
{
    /// <summary>A placeholder with a shorter value, such as a user's name, would be found by chance.</summary>
    public const int ShortestValue = 8;

    /// <summary>How much of a text is decoded at a time.</summary>
    public const int Window = 64 * 1024;

    /// <summary>How much of it is looked at again with what follows.</summary>
    public const int Overlap = 4 * 1024;

    /// <summary>A text that is nothing but secrets need not be listed to its end.</summary>
    public const int MostFinds = 100;

    private const int ShortestShape = 20;
    private const int Layers = 3;

    private readonly LeakRule[]?[] _rulesByFirstByte = new LeakRule[]?[256];
    private readonly byte[][] _values;
    private readonly bool _valuesHaveQuotes;

    /// <param name="rules">The shapes to look for.</param>
    /// <param name="values">The values of placeholders, which must not stand anywhere.</param>
    public TextScan(IEnumerable<LeakRule> rules, IEnumerable<string> values)
    {
        _values = [.. values.Where(value => value.Length >= ShortestValue).Select(Encoding.UTF8.GetBytes)];
        _valuesHaveQuotes = _values.Any(value => value.Contains((byte)'"'));
        foreach (var first in rules.SelectMany(rule => rule.FirstBytes, (rule, first) => (First: first, Rule: rule)).GroupBy(one => one.First))
        {
            _rulesByFirstByte[first.Key] = [.. first.Select(one => one.Rule)];
        }
    }

    /// <summary>A text that is shorter, whatever its encoding, holds nothing.</summary>
    public int Shortest => _values.Length > 0 ? ShortestValue : ShortestShape;

    /// <summary>What is found, in the order of the text; <see langword="null"/> = nothing.</summary>
    public IReadOnlyList<LeakFind>? In(ReadOnlySpan<byte> text)
    {
        List<LeakFind>? finds = null;
        Scan(text, Layers, ref finds);
        return finds is null ? null : [.. finds.Distinct().OrderBy(find => find.Offset)];
    }

    private void Scan(ReadOnlySpan<byte> text, int layers, ref List<LeakFind>? finds)
    {
        foreach (var value in _values)
        {
            for (var at = text.IndexOf(value); at >= 0;)
            {
                Add(new(LeakRules.PlaceholderValue, at), ref finds);
                at = text[(at + value.Length)..].IndexOf(value) is >= 0 and var next ? at + value.Length + next : -1;
            }
        }

        ScanRuns(text, layers, ref finds);
        if (layers > 0 && text.Contains((byte)'%'))
        {
            ScanDecoded(text, Escapes.Percent, layers, ref finds);
        }

        if (layers > 0 && (_valuesHaveQuotes ? text.Contains((byte)'\\') : Escapes.JsonHides(text)))
        {
            ScanDecoded(text, Escapes.Json, layers, ref finds);
        }
    }

    private void ScanRuns(ReadOnlySpan<byte> text, int layers, ref List<LeakFind>? finds)
    {
        for (var (start, end) = LongRun.From(0, text); start < text.Length; (start, end) = LongRun.From(end, text))
        {
            ScanRun(text, start, end, ref finds);
            if (layers > 0)
            {
                foreach (var (from, length) in Base64Run.In(text[start..end]))
                {
                    ScanBase64(text.Slice(start + from, length), start + from, layers, ref finds);
                }
            }
        }
    }

    private void ScanRun(ReadOnlySpan<byte> text, int start, int end, ref List<LeakFind>? finds)
    {
        var afterWord = false;
        for (var at = start; at < end; at++)
        {
            var isWord = char.IsAsciiLetterOrDigit((char)text[at]);
            if (!(afterWord && isWord) && _rulesByFirstByte[text[at]] is { } rules)
            {
                foreach (var rule in rules)
                {
                    if (rule.Matches(text, at))
                    {
                        Add(new(rule.Name, at), ref finds);
                    }
                }
            }

            afterWord = isWord;
        }
    }

    private void ScanBase64(ReadOnlySpan<byte> base64, int offset, int layers, ref List<LeakFind>? finds)
    {
        List<LeakFind>? inner = null;
        ScanDecoded(base64, Base64Run.Decode, layers, ref inner);
        foreach (var find in inner ?? [])
        {
            Add(find with { Offset = offset + find.Offset }, ref finds);
        }
    }

    private void ScanDecoded(ReadOnlySpan<byte> text, EscapeDecoder decode, int layers, ref List<LeakFind>? finds)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(text.Length + 3, Window));
        for (var at = 0; at < text.Length;)
        {
            var (consumed, written) = decode(text[at..], buffer);
            List<LeakFind>? inner = null;
            if (written < consumed)
            {
                Scan(buffer.AsSpan(0, written), layers - 1, ref inner);
            }

            foreach (var find in inner ?? [])
            {
                // Decoding up to it once more tells where it stands in the text that is encoded.
                Add(find with { Offset = at + decode(text[at..], buffer.AsSpan(0, find.Offset)).Consumed }, ref finds);
            }

            at += at + consumed >= text.Length ? consumed : Math.Max(consumed - Overlap, 4);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static void Add(LeakFind find, ref List<LeakFind>? finds)
    {
        finds ??= [];
        if (finds.Count < MostFinds)
        {
            finds.Add(find);
        }
    }
}
