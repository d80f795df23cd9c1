using System.Buffers;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>A response. The keys of this library come after those of Python Betamax.</summary>
internal static class ResponseFormat
{
    /// <summary>The characters of a header's name (RFC 9110, section 5.6.2).</summary>
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <param name="reader">The reader.</param>
    /// <param name="requestUri">The URI of the request, if it has been read. Most responses have the same.</param>
    /// <returns>
    /// The response. Its <c>Url</c> is null if it has none, as in cassettes of VCR: it is then that of the request.
    /// </returns>
    public static RecordedResponse Read(ref JsonReader reader, string? requestUri)
    {
        string? url = null;
        StatusFormat? status = null, bareStatus = null;
        RecordedHeaders? headers = null, trailers = null;
        Version? version = null;
        List<RecordedChunk>? chunks = null;
        RecordedFailure? failure = null;
        var body = RecordedBody.Empty;
        reader.ExpectObject();
        var (line, chunksLine) = (reader.Line, 0L);
        var members = new MemberReader();
        while (reader.ReadMember())
        {
            if (members.Is(Keys.Body, ref reader))
            {
                body = BodyFormat.Read(ref reader);
            }
            else if (members.Is(Keys.Headers, ref reader))
            {
                headers = reader.ReadOrReuse(HeadersFormat.Read);
            }
            else if (members.Is(Keys.Status, ref reader))
            {
                status = StatusFormat.Read(ref reader);
            }
            else if (members.Is(Keys.StatusCode, ref reader, inPlaceOf: Keys.Status))
            {
                bareStatus = StatusFormat.ReadBareCode(ref reader);
            }
            else if (members.Is(Keys.Url, ref reader))
            {
                url = requestUri is not null && reader.StringIs(requestUri) ? requestUri : reader.GetStringOrNull();
            }
            else if (reader.NameIs(Keys.HttpVersion) && TryReadVersion(ref reader, out var read))
            {
                version = read;
            }
            else if (reader.NameIs(Keys.Trailers))
            {
                trailers = ReadTrailers(ref reader);
            }
            else if (reader.NameIs(Keys.Chunks))
            {
                chunksLine = reader.Line;
                chunks = ChunksFormat.Read(ref reader);
            }
            else if (reader.NameIs(Keys.Failure))
            {
                failure = FailureFormat.Read(ref reader);
            }
            else
            {
                members.Keep(ref reader);
            }
        }

        var (code, message, unknownInStatus) = status ?? bareStatus ?? throw reader.MissingMember(Keys.Status, line);
        if (chunks is { Count: > 0 } && chunks.Sum(chunk => (long)chunk.Length) is var sum && sum != body.Bytes.Length)
        {
            throw reader.MemberError($"the chunks have {sum} bytes, and the body has {body.Bytes.Length}.", Keys.Chunks, chunksLine);
        }

        return new(code, message, url!)
        {
            Headers = headers ?? throw reader.MissingMember(Keys.Headers, line),
            Body = body,
            HttpVersion = version,
            Trailers = trailers ?? RecordedHeaders.Empty,
            Chunks = chunks ?? [],
            Failure = failure,
            Unknown = members.Unknown,
            UnknownInStatus = unknownInStatus,
        };
    }

    public static void Write(JsonTextWriter writer, RecordedResponse response)
    {
        var members = new MemberWriter(writer, response.Unknown);
        members.WriteKey(Keys.Body);
        BodyFormat.Write(writer, response.Body);
        members.WriteKey(Keys.Headers);
        HeadersFormat.Write(writer, response.Headers);
        members.WriteKey(Keys.Status);
        StatusFormat.Write(writer, response);
        members.WriteKey(Keys.Url);
        writer.WriteString(response.Url);
        if (response.HttpVersion is { } version)
        {
            members.WriteOptionalKey(Keys.HttpVersion);
            writer.WriteString(version.ToString(fieldCount: 2));
        }

        if (response.Trailers.Count > 0)
        {
            members.WriteOptionalKey(Keys.Trailers);
            HeadersFormat.Write(writer, response.Trailers);
        }

        if (response.FittingChunks is { Count: > 0 } chunks)
        {
            members.WriteOptionalKey(Keys.Chunks);
            ChunksFormat.Write(writer, chunks);
        }

        if (response.Failure is { } failure)
        {
            members.WriteOptionalKey(Keys.Failure);
            FailureFormat.Write(writer, failure);
        }

        members.End();
    }

    /// <summary>
    /// Reads a version. VCR has the key too, mostly with null: a value that is not a version is an unknown member.
    /// </summary>
    private static bool TryReadVersion(ref JsonReader reader, out Version? version) =>
        Version.TryParse(reader.GetStringOrNull(), out version) && reader.StringIs(version.ToString(fieldCount: 2));

    private static RecordedHeaders ReadTrailers(ref JsonReader reader)
    {
        var trailers = HeadersFormat.Read(ref reader);
        foreach (var name in trailers.Keys)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenCharacters))
            {
                throw reader.Error($"'{name}' cannot be the name of a trailer (RFC 9110, section 5.1).");
            }
        }

        return trailers;
    }
}
