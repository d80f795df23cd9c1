using Betamax.Json;

namespace Betamax.Formats;

/// <summary>An interaction: a request, the response to it, and when.</summary>
internal static class InteractionJson
{
    /// <param name="cursor">Stands before the interaction.</param>
    /// <param name="previous">The interaction before it, with which it may have something in common.</param>
    public static Interaction Read(ref JsonCursor cursor, Interaction? previous)
    {
        RecordedRequest? request = null;
        RecordedResponse? response = null;
        DateTimeOffset? recordedAt = null;
        var namesUrl = false;
        var start = cursor.EnterObject();
        var members = new MemberReader();
        while (cursor.NextMember())
        {
            if (members.IsAt(CassetteKey.Request, ref cursor))
            {
                request = RequestJson.Read(ref cursor, previous?.Request);
            }
            else if (members.IsAt(CassetteKey.Response, ref cursor))
            {
                response = ResponseJson.Read(ref cursor, previous?.Response, request?.Uri, out namesUrl);
            }
            else if (members.IsAt(CassetteKey.RecordedAt, ref cursor))
            {
                recordedAt = RecordedAtJson.Read(ref cursor);
            }
            else
            {
                members.Keep(ref cursor);
            }
        }

        _ = request ?? throw cursor.Missing(CassetteKey.Request, start);
        _ = response ?? throw cursor.Missing(CassetteKey.Response, start);
        return new(request, namesUrl ? response : response with { Url = request.Uri }, recordedAt)
        {
            Unknown = members.Unknown,
        };
    }

    public static void Write(JsonPen pen, Interaction interaction)
    {
        var members = new MemberWriter(pen, interaction.Unknown);
        members.Key(CassetteKey.Request);
        RequestJson.Write(pen, interaction.Request);
        members.Key(CassetteKey.Response);
        ResponseJson.Write(pen, interaction.Response);
        members.Key(CassetteKey.RecordedAt);
        RecordedAtJson.Write(pen, interaction.RecordedAt);
        members.End();
    }
}
