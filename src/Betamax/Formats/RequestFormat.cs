using Betamax.Json;

namespace Betamax.Formats;

/// <summary>A request.</summary>
internal static class RequestFormat
{
    public static RecordedRequest Read(ref JsonReader reader)
    {
        string? method = null, uri = null;
        RecordedHeaders? headers = null;
        var body = RecordedBody.Empty;
        reader.ExpectObject();
        var line = reader.Line;
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
            else if (members.Is(Keys.Method, ref reader))
            {
                method = reader.GetString();
            }
            else if (members.Is(Keys.Uri, ref reader))
            {
                uri = reader.GetString();
            }
            else
            {
                members.Keep(ref reader);
            }
        }

        return new(method ?? throw reader.MissingMember(Keys.Method, line), uri ?? throw reader.MissingMember(Keys.Uri, line))
        {
            Headers = headers ?? throw reader.MissingMember(Keys.Headers, line),
            Body = body,
            Unknown = members.Unknown,
        };
    }

    public static void Write(JsonTextWriter writer, RecordedRequest request)
    {
        var members = new MemberWriter(writer, request.Unknown);
        members.WriteKey(Keys.Body);
        BodyFormat.Write(writer, request.Body);
        members.WriteKey(Keys.Headers);
        HeadersFormat.Write(writer, request.Headers);
        members.WriteKey(Keys.Method);
        writer.WriteString(request.Method);
        members.WriteKey(Keys.Uri);
        writer.WriteString(request.Uri);
        members.End();
    }
}
