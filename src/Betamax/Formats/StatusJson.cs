using Betamax.Cassettes;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>The status of a response: its code, the text beside it, and what else stands there.</summary>
internal readonly record struct StatusJson(int Code, string? Message, UnknownMembers Unknown)
{
    public static StatusJson Read(ref JsonCursor cursor)
    {
        int? code = null;
        string? message = null;
        var start = cursor.EnterObject();
        var members = new MemberReader();
        while (cursor.NextMember())
        {
            if (members.IsAt(CassetteKey.Code, ref cursor))
            {
                code = ReadCode(ref cursor);
            }
            else if (members.IsAt(CassetteKey.Message, ref cursor))
            {
                message = cursor.TextOrNull();
            }
            else
            {
                members.Keep(ref cursor);
            }
        }

        return new(code ?? throw cursor.Missing(CassetteKey.Code, start), message, members.Unknown);
    }

    /// <summary>The oldest form: the code alone, in place of the whole.</summary>
    public static StatusJson ReadBare(ref JsonCursor cursor) => new(ReadCode(ref cursor), null, UnknownMembers.None);

    public void Write(JsonPen pen)
    {
        var members = new MemberWriter(pen, Unknown);
        members.Key(CassetteKey.Code);
        pen.Number(Code);
        members.Key(CassetteKey.Message);
        pen.Value(Message);
        members.End();
    }

    private static int ReadCode(ref JsonCursor cursor) => cursor.Integer(0, 999);
}
