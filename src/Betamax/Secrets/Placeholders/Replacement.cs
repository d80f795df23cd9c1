using System.Buffers;
using System.Text;

namespace Betamax.Secrets.Placeholders;

/// <summary>Where something stands in a text, as it is or escaped.</summary>
internal readonly record struct Found(int At, int Length, bool InJson);

/// <summary>One text for another, in every spelling.</summary>
internal sealed class Replacement
{
    private static readonly SearchValues<byte> BreaksUri = SearchValues.Create([.. Enumerable.Range(0, 256).Select(one => (byte)one)
        .Where(one => one is <= (byte)' ' or >= 0x7F || "\"<>\\^`{|}#?"u8.Contains(one))]);

    private static readonly SearchValues<byte> BreaksParameter = SearchValues.Create([.. Enumerable.Range(0, 256).Select(one => (byte)one)
        .Where(one => one is <= (byte)' ' or >= 0x7F || "\"<>\\^`{|}#&+"u8.Contains(one))]);

    private readonly byte[] _from;
    private readonly byte[] _to;
    private readonly bool _shows;
    private readonly SearchValues<byte> _signs;
    private readonly SearchValues<byte> _starts;
    private readonly (byte[] From, byte[] To)[] _percent;
    private readonly (byte[] From, byte[] To)[] _percentInForms;
    private readonly (byte[] From, byte[] To)[] _json;
    private readonly bool _fitsJson;

    private Replacement(string from, string to, bool shows, Func<Spelling, (string From, string To)> spell)
    {
        (_from, _to, _shows) = (Encoding.UTF8.GetBytes(from), Encoding.UTF8.GetBytes(to), shows);
        _signs = SearchValues.Create(_from.Contains((byte)' ') ? "%\\+"u8 : "%\\"u8);
        _starts = SearchValues.Create(_from[0] == ' ' ? "%\\+ "u8 : [(byte)'%', (byte)'\\', _from[0]]);
        _percent = Spelled(PercentSpelling.In(Surroundings.Uri));
        _percentInForms = Spelled(PercentSpelling.In(Surroundings.Form));
        _json = Spelled(JsonSpelling.All);
        _fitsJson = JsonSpelling.Fits(_to);

        (byte[], byte[])[] Spelled(IReadOnlyList<Spelling> spellings) =>
            [.. spellings.Select(spell).Select(pair => (Encoding.UTF8.GetBytes(pair.From), Encoding.UTF8.GetBytes(pair.To)))];
    }

    /// <summary>What is searched, as it is.</summary>
    public ReadOnlySpan<byte> From => _from;

    /// <summary>What replaces it depends on whether it stands in a JSON string.</summary>
    public bool DependsOnJsonString => _shows && !_fitsJson;

    public static Replacement Hiding(Placeholder placeholder) => new(
        placeholder.Value, placeholder.Text, shows: false,
        spelling => (spelling.Encode(placeholder.Value), spelling.Mark(placeholder.Text)));

    public static Replacement Showing(Placeholder placeholder) => new(
        placeholder.Text, placeholder.Value, shows: true,
        spelling => (spelling.Mark(placeholder.Text), spelling.Encode(placeholder.Value)));

    /// <summary>Whether it is worth a closer look. Most texts hold neither it nor escapes.</summary>
    public bool MayStandIn(ReadOnlySpan<byte> text) => HasEscapes(text) || text.IndexOf(_from) >= 0;

    /// <summary>Whether it may stand there escaped.</summary>
    public bool HasEscapes(ReadOnlySpan<byte> text) => text.ContainsAny(_signs);

    /// <summary>The first place in a text where it stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasEscapes">Whether it <see cref="HasEscapes"/>, or a longer one that this is the end of.</param>
    public Found? Find(ReadOnlySpan<byte> text, bool hasEscapes)
    {
        if (!hasEscapes)
        {
            return text.IndexOf(_from) is >= 0 and var plain ? new(plain, _from.Length, InJson: false) : null;
        }

        for (var at = 0; text[at..].IndexOfAny(_starts) is >= 0 and var next; at++)
        {
            at += next;
            var rest = text[at..];
            var (percent, json) = (EscapedMatch.Percent(rest, _from), EscapedMatch.Json(rest, _from));
            var length = Math.Max(Math.Max(percent, json), rest.StartsWith(_from) ? _from.Length : 0);
            if (length > 0)
            {
                return new(at, length, json > percent);
            }
        }

        return null;
    }

    /// <summary>What takes the place of what was found, in its spelling.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="inJson">Whether its escapes are those of JSON.</param>
    /// <param name="surroundings">What the text is.</param>
    /// <param name="inside">Whether it stands behind the question mark of a URI, or in a string of JSON.</param>
    public ReadOnlySpan<byte> For(ReadOnlySpan<byte> found, bool inJson, Surroundings surroundings, bool inside)
    {
        if (found.SequenceEqual(_from))
        {
            return ForPlain(surroundings, inside);
        }

        var spellings = inJson ? _json : surroundings == Surroundings.Form ? _percentInForms : _percent;
        foreach (var (from, to) in spellings)
        {
            if (found.SequenceEqual(from))
            {
                return to;
            }
        }

        return spellings[inJson ? 0 : NearestPercent(found, surroundings)].To;
    }

    // Python puts the value as it is. So do we, unless the message would then no longer be one.
    private ReadOnlySpan<byte> ForPlain(Surroundings surroundings, bool inside) => surroundings switch
    {
        Surroundings.Json when _shows && inside && !_fitsJson => _json[0].To,
        Surroundings.Uri when _shows && _to.AsSpan().ContainsAny(inside ? BreaksParameter : BreaksUri) => _percent[0].To,
        Surroundings.Form when _shows && _to.AsSpan().ContainsAny(BreaksParameter) => _percentInForms[0].To,
        _ => _to,
    };

    // A program may encode more than it must, or less than others do.
    private int NearestPercent(ReadOnlySpan<byte> found, Surroundings surroundings)
    {
        var isForm = surroundings == Surroundings.Form;
        var plus = _from.Contains((byte)' ') ? found.Contains((byte)'+') : isForm;
        return (plus == isForm ? 0 : 2) + (IsLower(found) ? 1 : 0);
    }

    private static bool IsLower(ReadOnlySpan<byte> found)
    {
        for (var at = 0; at < found.Length; at++)
        {
            if (Escapes.PercentAt(found[at..]) is not null)
            {
                if (found.Slice(at + 1, 2).ContainsAnyInRange((byte)'a', (byte)'f'))
                {
                    return true;
                }

                at += 2;
            }
        }

        return false;
    }
}
