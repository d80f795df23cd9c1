namespace Betamax.Formats;

/// <summary>A key that the cassette format names, and all of them.</summary>
internal sealed class CassetteKey
{
    public static readonly CassetteKey HttpInteractions = new("http_interactions");
    public static readonly CassetteKey RecordedWith = new("recorded_with");

    public static readonly CassetteKey Request = new("request");
    public static readonly CassetteKey Response = new("response");
    public static readonly CassetteKey RecordedAt = new("recorded_at");

    public static readonly CassetteKey Body = new("body");
    public static readonly CassetteKey Headers = new("headers");
    public static readonly CassetteKey Method = new("method");
    public static readonly CassetteKey Uri = new("uri");
    public static readonly CassetteKey Status = new("status");
    public static readonly CassetteKey Url = new("url");

    // What Python's format has no place for. Python ignores it beside the body, and would trip over it inside.
    public static readonly CassetteKey HttpVersion = new("http_version");
    public static readonly CassetteKey Trailers = new("trailers");
    public static readonly CassetteKey Chunks = new("chunks");
    public static readonly CassetteKey Failure = new("failure");
    public static readonly CassetteKey After = new("after_ms");
    public static readonly CassetteKey Errors = new("errors");
    public static readonly CassetteKey Type = new("type");

    public static readonly CassetteKey Code = new("code");
    public static readonly CassetteKey Message = new("message");

    /// <summary>How the oldest cassettes write <c>status.code</c>.</summary>
    public static readonly CassetteKey StatusCode = new("status_code", stands: Status);

    public static readonly CassetteKey Encoding = new("encoding");
    public static readonly CassetteKey String = new("string");
    public static readonly CassetteKey Base64String = new("base64_string", stands: String);

    private CassetteKey(string name, CassetteKey? stands = null)
    {
        Name = name;
        Utf8 = System.Text.Encoding.UTF8.GetBytes(name);
        Written = [(byte)'"', .. Utf8, .. "\":"u8];
        WrittenWithSpace = [.. Written, (byte)' '];
        Place = stands?.Name ?? name;
    }

    public string Name { get; }

    public byte[] Utf8 { get; }

    /// <summary>It with its quotes and the colon: there is nothing in it to escape.</summary>
    public byte[] Written { get; }

    /// <summary>The same, with the space that follows where each value has a line of its own.</summary>
    public byte[] WrittenWithSpace { get; }

    /// <summary>Its place in the order of keys. Two keys of which one stands in place of the other share it.</summary>
    public string Place { get; }
}
