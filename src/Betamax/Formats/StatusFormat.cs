using Betamax.Cassettes;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>The status of a response: an object of its code and its reason phrase. The oldest cassettes have the bare code.</summary>
internal readonly record struct StatusFormat(int Code, string? Message, UnknownMembers Unknown)
{
    private const int MaxCode = 999;

    public static StatusFormat Read(ref JsonReader reader)
    {
        int? code = null;
        string? message = null;
        reader.ExpectObject();
        var line = reader.Line;
        var members = new MemberReader();
        while (reader.ReadMember())
        {
            if (members.Is(Keys.Code, ref reader))
            {
                code = reader.GetInt32(0, MaxCode);
            }
            else if (members.Is(Keys.Message, ref reader))
            {
                message = reader.GetStringOrNull();
            }
            else
            {
                members.Keep(ref reader);
            }
        }

        return new(code ?? throw reader.MissingMember(Keys.Code, line), message, members.Unknown);
    }

    public static StatusFormat ReadBareCode(ref JsonReader reader) => new(reader.GetInt32(0, MaxCode), null, UnknownMembers.None);

    public static void Write(JsonTextWriter writer, RecordedResponse response)
    {
        var members = new MemberWriter(writer, response.UnknownInStatus);
        members.WriteKey(Keys.Code);
        writer.WriteNumber(response.StatusCode);
        members.WriteKey(Keys.Message);
        writer.WriteString(response.ReasonPhrase);
        members.End();
    }
}
