using Betamax.Json;

namespace Betamax.Formats;

/// <summary>A request.</summary>
internal static class RequestJson
{
    /// <param name="cursor">Stands before the request.</param>
    /// <param name="previous">The request before it.</param>
    public static RecordedRequest Read(ref JsonCursor cursor, RecordedRequest? previous)
    {
        string? method = null, uri = null;
        RecordedHeaders? headers = null;
        var body = RecordedBody.Empty;
        var start = cursor.EnterObject();
        var members = new MemberReader();
        while (cursor.NextMember())
        {
            if (members.IsAt(CassetteKey.Body, ref cursor))
            {
                body = BodyJson.Read(ref cursor);
            }
            else if (members.IsAt(CassetteKey.Headers, ref cursor))
            {
                headers = HeadersJson.Read(ref cursor, previous?.Headers);
            }
            else if (members.IsAt(CassetteKey.Method, ref cursor))
            {
                method = cursor.Text();
            }
            else if (members.IsAt(CassetteKey.Uri, ref cursor))
            {
                uri = cursor.Text();
            }
            else
            {
                members.Keep(ref cursor);
            }
        }

        return new(method ?? throw cursor.Missing(CassetteKey.Method, start), uri ?? throw cursor.Missing(CassetteKey.Uri, start))
        {
            Headers = headers ?? throw cursor.Missing(CassetteKey.Headers, start),
            Body = body,
            Unknown = members.Unknown,
        };
    }

    public static void Write(JsonPen pen, RecordedRequest request)
    {
        var members = new MemberWriter(pen, request.Unknown);
        members.Key(CassetteKey.Body);
        BodyJson.Write(pen, request.Body);
        members.Key(CassetteKey.Headers);
        HeadersJson.Write(pen, request.Headers);
        members.Key(CassetteKey.Method);
        pen.Value(request.Method);
        members.Key(CassetteKey.Uri);
        pen.Value(request.Uri);
        members.End();
    }
}
