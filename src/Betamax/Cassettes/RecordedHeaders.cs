using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Betamax;

/// <summary>
/// The headers of a recorded message: names and their values, in the order and the case of the cassette. Names are looked up
/// without regard to case (RFC 9110, section 5.1). Immutable.
/// </summary>
public sealed class RecordedHeaders : IReadOnlyDictionary<string, IReadOnlyList<string>>, IEquatable<RecordedHeaders>
{
    /// <summary>No headers.</summary>
    public static RecordedHeaders Empty { get; } = new([]);

    private readonly KeyValuePair<string, IReadOnlyList<string>>[] _headers;

    /// <summary>Creates headers from names and values, in this order.</summary>
    /// <param name="headers">The names and their values. A name may occur more than once.</param>
    public RecordedHeaders(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> headers) => _headers = [.. headers];

    private RecordedHeaders(KeyValuePair<string, IReadOnlyList<string>>[] headers) => _headers = headers;

    /// <summary>How many headers there are.</summary>
    public int Count => _headers.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _headers.Select(header => header.Key);

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<string>> Values => _headers.Select(header => header.Value);

    /// <summary>The values of the header with this name, without regard to case.</summary>
    /// <param name="key">The header's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such header.</exception>
    public IReadOnlyList<string> this[string key] =>
        TryGetValue(key, out var values) ? values : throw new KeyNotFoundException($"There is no header '{key}'.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
    {
        value = null;
        foreach (var header in _headers)
        {
            if (string.Equals(header.Key, key, StringComparison.OrdinalIgnoreCase))
            {
                value = value is null ? header.Value : [.. value, .. header.Value];
            }
        }

        return value is not null;
    }

    /// <summary>A copy in which the header with this name has these values. A new header is appended at the end.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="values">Its values.</param>
    public RecordedHeaders With(string name, params string[] values)
    {
        var copy = new List<KeyValuePair<string, IReadOnlyList<string>>>(_headers.Length + 1);
        var replaced = false;
        foreach (var header in _headers)
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

    /// <summary>A copy without the header with this name.</summary>
    /// <param name="name">The header's name, without regard to case.</param>
    public RecordedHeaders Without(string name) =>
        new(_headers.Where(header => !string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, IReadOnlyList<string>>>)_headers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both have the same names, without regard to case, with the same values in the same order.</summary>
    /// <param name="other">The headers to compare with.</param>
    public bool Equals(RecordedHeaders? other) =>
        other is not null
        && _headers.Length == other._headers.Length
        && _headers.Zip(other._headers).All(pair =>
            string.Equals(pair.First.Key, pair.Second.Key, StringComparison.OrdinalIgnoreCase)
            && pair.First.Value.SequenceEqual(pair.Second.Value, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecordedHeaders);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _headers.Aggregate(_headers.Length, (hash, header) =>
            header.Value.Aggregate(
                HashCode.Combine(hash, StringComparer.OrdinalIgnoreCase.GetHashCode(header.Key)), HashCode.Combine));

    /// <summary>A copy with each value replaced by what the function of name, value and state returns; the same instance if none changes.</summary>
    internal RecordedHeaders Map<T>(T state, Func<string, string, T, string> change)
    {
        KeyValuePair<string, IReadOnlyList<string>>[]? copy = null;
        for (var i = 0; i < _headers.Length; i++)
        {
            var (name, values) = _headers[i];
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
                copy ??= [.. _headers];
                copy[i] = new(name, changed);
            }
        }

        return copy is null ? this : new(copy);
    }

    /// <summary>Headers over this array, which is not copied and must not change.</summary>
    internal static RecordedHeaders FromArray(KeyValuePair<string, IReadOnlyList<string>>[] headers) => new(headers);

    internal ReadOnlySpan<KeyValuePair<string, IReadOnlyList<string>>> AsSpan() => _headers;

    internal string GetName(int index) => _headers[index].Key;

    /// <summary>The index of the first header with this name, without regard to case; -1 if there is none.</summary>
    internal int IndexOf(string name)
    {
        for (var i = 0; i < _headers.Length; i++)
        {
            if (string.Equals(_headers[i].Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The first value of a header; <see langword="null"/> if there is none.</summary>
    internal string? First(string name) =>
        TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}
