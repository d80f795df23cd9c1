using Betamax.Json;

namespace Betamax.Formats;

/// <summary>A response.</summary>
internal static class ResponseJson
{
    /// <param name="cursor">Stands before the response.</param>
    /// <param name="previous">The response before it.</param>
    /// <param name="uri">What was asked for: where the response came from, mostly.</param>
    /// <param name="namesUrl">Whether it says where it came from. VCR's do not: it is then the request's URI.</param>
    public static RecordedResponse Read(ref JsonCursor cursor, RecordedResponse? previous, string? uri, out bool namesUrl)
    {
        string? url = null;
        StatusJson? status = null, bareStatus = null;
        RecordedHeaders? headers = null;
        var body = RecordedBody.Empty;
        var start = cursor.EnterObject();
        var wire = new WireJson();
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
            else if (members.IsAt(CassetteKey.Status, ref cursor))
            {
                status = StatusJson.Read(ref cursor);
            }
            else if (members.IsAt(CassetteKey.StatusCode, ref cursor))
            {
                bareStatus = StatusJson.ReadBare(ref cursor);
            }
            else if (members.IsAt(CassetteKey.Url, ref cursor))
            {
                url = cursor.TextOrNull(uri);
            }
            else if (!wire.Reads(ref cursor, ref members))
            {
                members.Keep(ref cursor);
            }
        }

        var (code, message, unknownInStatus) = status ?? bareStatus ?? throw cursor.Missing(CassetteKey.Status, start);
        namesUrl = url is not null;
        wire.MustFit(body, ref cursor);
        return wire.AddTo(new(code, message, url ?? "")
        {
            Headers = headers ?? throw cursor.Missing(CassetteKey.Headers, start),
            Body = body,
            Unknown = members.Unknown,
            UnknownInStatus = unknownInStatus,
        });
    }

    public static void Write(JsonPen pen, RecordedResponse response)
    {
        var members = new MemberWriter(pen, response.Unknown);
        members.Key(CassetteKey.Body);
        BodyJson.Write(pen, response.Body);
        members.Key(CassetteKey.Headers);
        HeadersJson.Write(pen, response.Headers);
        members.Key(CassetteKey.Status);
        new StatusJson(response.StatusCode, response.ReasonPhrase, response.UnknownInStatus).Write(pen);
        members.Key(CassetteKey.Url);
        pen.Value(response.Url);
        WireJson.Write(pen, members, response);
        members.End();
    }
}
