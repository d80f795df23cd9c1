using Betamax.Json;

namespace Betamax.Formats;

/// <summary>An interaction: a request, the response to it, and when it was recorded.</summary>
internal static class InteractionFormat
{
    public static Interaction Read(ref JsonReader reader)
    {
        RecordedRequest? request = null;
        RecordedResponse? response = null;
        DateTimeOffset? recordedAt = null;
        reader.ExpectObject();
        var line = reader.Line;
        var members = new MemberReader();
        while (reader.ReadMember())
        {
            if (members.Is(Keys.Request, ref reader))
            {
                request = RequestFormat.Read(ref reader);
            }
            else if (members.Is(Keys.Response, ref reader))
            {
                response = ResponseFormat.Read(ref reader, request?.Uri);
            }
            else if (members.Is(Keys.RecordedAt, ref reader))
            {
                recordedAt = RecordedAtFormat.Read(ref reader);
            }
            else
            {
                members.Keep(ref reader);
            }
        }

        _ = request ?? throw reader.MissingMember(Keys.Request, line);
        _ = response ?? throw reader.MissingMember(Keys.Response, line);
        return new(request, response.Url is null ? response with { Url = request.Uri } : response, recordedAt)
        {
            Unknown = members.Unknown,
        };
    }

    public static void Write(JsonTextWriter writer, Interaction interaction)
    {
        var members = new MemberWriter(writer, interaction.Unknown);
        members.WriteKey(Keys.Request);
        RequestFormat.Write(writer, interaction.Request);
        members.WriteKey(Keys.Response);
        ResponseFormat.Write(writer, interaction.Response);
        members.WriteKey(Keys.RecordedAt);
        RecordedAtFormat.Write(writer, interaction.RecordedAt);
        members.End();
    }
}
