namespace Betamax.Matching.Values;

/// <summary>
/// Reads headers for comparison: the case and the order of names do not count, and several values of one name are joined to
/// one line: <c>a, b</c> (RFC 9110, section 5.3).
/// </summary>
internal static class HeaderValues
{
    /// <param name="headers">Each name with one of its values.</param>
    /// <param name="owner">The text before each place, if the headers are not those of the request itself.</param>
    public static IEnumerable<ComparedValue> Read(IEnumerable<KeyValuePair<string, string>> headers, string owner = "")
    {
        var lines = new SortedDictionary<string, (string Name, string Line)>(StringComparer.Ordinal);
        foreach (var (name, value) in headers)
        {
            var trimmed = value.Trim(' ', '\t');
            var key = name.ToLowerInvariant();
            lines[key] = lines.TryGetValue(key, out var before) ? (before.Name, $"{before.Line}, {trimmed}") : (name, trimmed);
        }

        return lines.Select(line => new ComparedValue($"{owner}header '{line.Key}'", line.Value.Line)
        {
            Label = $"{owner}header '{line.Value.Name}'",
            Name = line.Value.Name,
        });
    }

    /// <summary>Reads the headers of a message. A name without a value is no header.</summary>
    public static IEnumerable<ComparedValue> Read(RecordedHeaders headers) =>
        Read(headers.SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value)));
}
