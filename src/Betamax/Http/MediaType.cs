namespace Betamax.Http;

/// <summary>
/// The value of a <c>Content-Type</c> header (RFC 9110, section 8.3). The default value stands for a missing header. Parsing
/// copies nothing.
/// </summary>
internal readonly struct MediaType
{
    private readonly string? _value;
    private readonly int _nameStart;
    private readonly int _nameLength;

    private MediaType(string value)
    {
        _value = value;
        var name = value.AsSpan();
        name = name.IndexOf(';') is >= 0 and var semicolon ? name[..semicolon] : name;
        _nameStart = name.Length - name.TrimStart().Length;
        _nameLength = name.Trim().Length;
    }

    /// <summary>Parses a header value. <see langword="null"/> or a blank value names no type.</summary>
    public static MediaType Parse(string? value) => string.IsNullOrWhiteSpace(value) ? default : new(value);

    /// <summary>Type and subtype as written, such as <c>text/html</c>; empty if none is named.</summary>
    public ReadOnlySpan<char> Name => _value.AsSpan(_nameStart, _nameLength);

    /// <summary>Whether no type is named.</summary>
    public bool IsEmpty => _nameLength == 0;

    /// <summary>Whether it is one JSON document: <c>application/json</c>, <c>text/json</c> or <c>…+json</c>.</summary>
    public bool IsJson => Is("application/json") || Is("text/json") || EndsWith("+json");

    /// <summary>Whether the body contains JSON: as one document, one per line, or in the events of a stream.</summary>
    public bool ContainsJson => Name.Contains("json", StringComparison.OrdinalIgnoreCase) || IsEventStream;

    /// <summary>Whether it is a URL-encoded form.</summary>
    public bool IsForm => Is("application/x-www-form-urlencoded");

    /// <summary>Whether it is a multipart body.</summary>
    public bool IsMultipart => Name.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a stream of server-sent events.</summary>
    public bool IsEventStream => Is("text/event-stream");

    /// <summary>Whether it is a sequence of JSON documents, which servers send one at a time.</summary>
    public bool IsJsonSequence =>
        Is("application/x-ndjson") || Is("application/ndjson") || Is("application/jsonl") || Is("application/x-jsonlines")
        || Is("application/json-seq") || Is("application/stream+json");

    /// <summary>
    /// The <c>charset</c> parameter without its quotes; <see langword="null"/> if there is none. Some servers write single
    /// quotes.
    /// </summary>
    public string? Charset => FindParameter("charset")?.Trim(' ', '\t', '\'', '"') is { Length: > 0 } charset ? charset : null;

    /// <summary>The <c>boundary</c> parameter, which separates the parts of a multipart body.</summary>
    public string? Boundary => FindParameter("boundary") is { Length: > 0 } boundary ? boundary : null;

    /// <summary>The value of the parameter with this name, ignoring case; <see langword="null"/> if there is none.</summary>
    public string? FindParameter(string name) => HeaderParameters.Find(Parameters, ';', name);

    /// <summary>Whether this is the type and subtype, ignoring case.</summary>
    /// <param name="name">A type and subtype, such as <c>application/json</c>.</param>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => _value ?? "";

    private ReadOnlySpan<char> Parameters =>
        _value is not null && _value.IndexOf(';', StringComparison.Ordinal) is >= 0 and var semicolon ? _value.AsSpan(semicolon + 1) : [];

    private bool EndsWith(string suffix) => Name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
}
