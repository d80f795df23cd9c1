using System.Buffers;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>What else is known of how a response came: optional keys beside its body.</summary>
internal struct WireJson
{
    /// <summary>What the name of a field is made of (RFC 9110, section 5.6.2).</summary>
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private Version? _version;
    private RecordedHeaders? _trailers;
    private List<RecordedChunk>? _chunks;
    private long _chunksAt;
    private RecordedFailure? _failure;

    /// <summary>Reads the member that was come to, if it is one of these.</summary>
    public bool Reads(ref JsonCursor cursor, ref MemberReader members)
    {
        if (cursor.IsAt(CassetteKey.HttpVersion))
        {
            ReadVersion(ref cursor, ref members);
        }
        else if (cursor.IsAt(CassetteKey.Trailers))
        {
            _trailers = ReadTrailers(ref cursor);
        }
        else if (cursor.IsAt(CassetteKey.Chunks))
        {
            _chunks = ChunksJson.Read(ref cursor, out _chunksAt);
        }
        else if (cursor.IsAt(CassetteKey.Failure))
        {
            _failure = FailureJson.Read(ref cursor);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <exception cref="CassetteFormatException">The chunks are not those of this body.</exception>
    public readonly void MustFit(RecordedBody body, ref JsonCursor cursor)
    {
        if (_chunks is { Count: > 0 }
            && (Sum: _chunks.Sum(chunk => (long)chunk.Length), body.Bytes.Length) is var (sum, length)
            && sum != length)
        {
            throw cursor.Fault($"the chunks have {sum} bytes, and the body has {length}.", _chunksAt);
        }
    }

    public readonly RecordedResponse AddTo(RecordedResponse response) =>
        _version is null && _trailers is null && _chunks is null && _failure is null
            ? response
            : response with
            {
                HttpVersion = _version,
                Trailers = _trailers ?? RecordedHeaders.Empty,
                Chunks = _chunks ?? [],
                Failure = _failure,
            };

    public static void Write(JsonPen pen, MemberWriter members, RecordedResponse response)
    {
        if (response.HttpVersion is { } version)
        {
            members.OptionalKey(CassetteKey.HttpVersion);
            pen.Value(version.ToString(2));
        }

        if (response.Trailers.Count > 0)
        {
            members.OptionalKey(CassetteKey.Trailers);
            HeadersJson.Write(pen, response.Trailers);
        }

        if (response.FittingChunks is { Count: > 0 } chunks)
        {
            members.OptionalKey(CassetteKey.Chunks);
            ChunksJson.Write(pen, chunks);
        }

        if (response.Failure is { } failure)
        {
            members.OptionalKey(CassetteKey.Failure);
            FailureJson.Write(pen, failure);
        }
    }

    private static RecordedHeaders ReadTrailers(ref JsonCursor cursor)
    {
        var trailers = HeadersJson.Read(ref cursor);
        foreach (var name in trailers.Keys)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenCharacters))
            {
                throw cursor.Fault($"'{name}' cannot be the name of a trailer (RFC 9110, section 5.1).", cursor.Offset);
            }
        }

        return trailers;
    }

    // VCR has the key too, mostly with null: what names no version is kept as it is.
    private void ReadVersion(ref JsonCursor cursor, ref MemberReader members)
    {
        var text = cursor.TextOrNull();
        if (Version.TryParse(text, out var version) && version.ToString(fieldCount: 2) == text)
        {
            _version = version;
        }
        else
        {
            members.KeepOptional(CassetteKey.HttpVersion, text);
        }
    }
}
