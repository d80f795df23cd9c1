using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Betamax.Cassettes;

namespace Betamax;

/// <summary>
/// The headers of a recorded message: each name with its values, in the order and the case in which they stand on the
/// cassette. Names are looked up without regard to case (RFC 9110, section 5.1). Immutable.
/// </summary>
public sealed class RecordedHeaders : IReadOnlyDictionary<string, IReadOnlyList<string>>, IEquatable<RecordedHeaders>
{
    /// <summary>No headers.</summary>
    public static RecordedHeaders Empty { get; } = new([]);

    private readonly ReadOnlyMemory<byte> _written;
    private readonly ReadHeaders? _read;
    private KeyValuePair<string, IReadOnlyList<string>>[]? _headers;
    private HeaderTraits[]? _traits;

    /// <summary>Makes headers of names and values, in this order.</summary>
    /// <param name="headers">Each name with its values. A name may come more than once.</param>
    public RecordedHeaders(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> headers) => _headers = [.. headers];

    private RecordedHeaders()
    {
    }

    /// <summary>Headers as they are written on the cassette, known to be valid: they are read when somebody wants them.</summary>
    internal RecordedHeaders(ReadOnlyMemory<byte> written, ReadHeaders read)
    {
        _written = written;
        _read = read;
    }

    /// <summary>How many headers there are.</summary>
    public int Count => Items.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Items.Select(header => header.Key);

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<string>> Values => Items.Select(header => header.Value);

    /// <summary>The values of the header of this name, case aside.</summary>
    /// <param name="key">The header's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such header; <see cref="TryGetValue"/> does not throw.</exception>
    public IReadOnlyList<string> this[string key] =>
        TryGetValue(key, out var values) ? values : throw new KeyNotFoundException($"There is no header '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
    {
        value = null;
        foreach (var header in Items)
        {
            if (string.Equals(header.Key, key, StringComparison.OrdinalIgnoreCase))
            {
                value = value is null ? header.Value : [.. value, .. header.Value];
            }
        }

        return value is not null;
    }

    /// <summary>A copy in which the header of this name has these values, in its old place or at the end.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="values">Its values.</param>
    public RecordedHeaders With(string name, params string[] values)
    {
        var copy = new List<KeyValuePair<string, IReadOnlyList<string>>>(Items.Length + 1);
        var replaced = false;
        foreach (var header in Items)
        {
            if (!string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                copy.Add(header);
            }
            else if (!replaced)
            {
                copy.Add(new(header.Key, [.. values]));
                replaced = true;
            }
        }

        if (!replaced)
        {
            copy.Add(new(name, [.. values]));
        }

        return new(copy);
    }

    /// <summary>A copy without the header of this name.</summary>
    /// <param name="name">The header's name, case aside.</param>
    public RecordedHeaders Without(string name) =>
        new(Items.Where(header => !string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, IReadOnlyList<string>>>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether the same names, case aside, stand with the same values in the same order.</summary>
    /// <param name="other">The headers to compare with.</param>
    public bool Equals(RecordedHeaders? other) =>
        other is not null
        && Items.Length == other.Items.Length
        && Items.Zip(other.Items).All(pair =>
            string.Equals(pair.First.Key, pair.Second.Key, StringComparison.OrdinalIgnoreCase)
            && pair.First.Value.SequenceEqual(pair.Second.Value, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecordedHeaders);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Items.Aggregate(Items.Length, (hash, header) =>
            header.Value.Aggregate(
                HashCode.Combine(hash, StringComparer.OrdinalIgnoreCase.GetHashCode(header.Key)), HashCode.Combine));

    // Two threads at once read the same.
    private KeyValuePair<string, IReadOnlyList<string>>[] Items => _headers ??= _read!(_written);

    /// <summary>A copy with each value as the function of name, value and state gives it; itself where none changes.</summary>
    internal RecordedHeaders Map<T>(T state, Func<string, string, T, string> change)
    {
        KeyValuePair<string, IReadOnlyList<string>>[]? copy = null;
        for (var i = 0; i < Items.Length; i++)
        {
            var (name, values) = Items[i];
            string[]? changed = null;
            for (var j = 0; j < values.Count; j++)
            {
                var value = change(name, values[j], state);
                if (value != values[j])
                {
                    changed ??= [.. values];
                    changed[j] = value;
                }
            }

            if (changed is not null)
            {
                copy ??= [.. Items];
                copy[i] = new(name, changed);
            }
        }

        return copy is null ? this : new(copy);
    }

    /// <summary>Headers of an array that is theirs from here on.</summary>
    internal static RecordedHeaders OfOwn(KeyValuePair<string, IReadOnlyList<string>>[] headers) => new() { _headers = headers };

    /// <summary>What they are on the cassette, of one that was loaded.</summary>
    internal ReadOnlySpan<byte> Written => _written.Span;

    internal ReadOnlySpan<KeyValuePair<string, IReadOnlyList<string>>> AsSpan() => Items;

    /// <summary>The traits of each header, and behind them those that any of them has.</summary>
    internal ReadOnlySpan<HeaderTraits> Traits => _traits ??= TraitsOf(Items);

    internal bool Have(HeaderTraits trait) => (Traits[^1] & trait) != 0;

    internal string NameAt(int index) => Items[index].Key;

    /// <summary>Where the first header of this name stands, case aside; -1 = nowhere.</summary>
    internal int IndexOf(string name)
    {
        for (var i = 0; i < Items.Length; i++)
        {
            if (string.Equals(Items[i].Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static HeaderTraits[] TraitsOf(KeyValuePair<string, IReadOnlyList<string>>[] headers)
    {
        var traits = new HeaderTraits[headers.Length + 1];
        for (var i = 0; i < headers.Length; i++)
        {
            traits[i] = TraitsOf(headers[i].Key);
            traits[^1] |= traits[i];
        }

        return traits;
    }

    private static HeaderTraits TraitsOf(string name) => name.ToLowerInvariant() switch
    {
        "content-length" => HeaderTraits.OfContent | HeaderTraits.ContentLength,
        "content-encoding" => HeaderTraits.OfContent | HeaderTraits.ContentEncoding,
        "allow" or "content-disposition" or "content-language" or "content-location" or "content-md5" or "content-range"
            or "content-type" or "expires" or "last-modified" => HeaderTraits.OfContent,
        "set-cookie" => HeaderTraits.SetCookie,
        _ => HeaderTraits.None,
    };

    /// <summary>The first value of a header, or <see langword="null"/> where there is none.</summary>
    internal string? First(string name) =>
        TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}

/// <summary>Reads what is written, which is known to be valid.</summary>
internal delegate KeyValuePair<string, IReadOnlyList<string>>[] ReadHeaders(ReadOnlyMemory<byte> written);
