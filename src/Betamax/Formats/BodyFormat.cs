using System.Text;
using System.Text.Json;
using Betamax.Cassettes;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>
/// A body: an object with the name of a charset and either text or base64. The oldest cassettes have the bare text. No other
/// key is ever written, because Python Betamax would fail.
/// </summary>
internal static class BodyFormat
{
    public static RecordedBody Read(ref JsonReader reader) =>
        reader.TryDecodeString(out var text) ? FromText(text, CharsetNames.Utf8) : reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader),
            JsonTokenType.Null => RecordedBody.Empty,
            _ => throw reader.Expected("a body object, a string or null"),
        };

    public static void Write(JsonTextWriter writer, RecordedBody body)
    {
        var members = new MemberWriter(writer, body.Unknown);
        members.WriteKey(Keys.Encoding);
        writer.WriteString(GetEncodingForPython(body));
        if (!body.IsStoredAsText || HasShadowedText(body))
        {
            members.WriteKey(Keys.Base64String, inPlaceOf: Keys.String);
            writer.WriteBase64String(body.Bytes.Span);
        }
        else
        {
            members.WriteKey(Keys.String);
            if (body.StoredText is { } text)
            {
                writer.WriteString(text);
            }
            else
            {
                writer.WriteString(body.Bytes.Span);
            }
        }

        members.End();
    }

    /// <summary>
    /// The charset to write. Ruby's name for bytes without a charset becomes UTF-8, in which Ruby writes them: Python cannot
    /// encode a text with that name.
    /// </summary>
    private static string? GetEncodingForPython(RecordedBody body) =>
        body.IsStoredAsText && body.Encoding is { } name && !CharsetNames.IsKnownToPython(name) ? CharsetNames.Utf8 : body.Encoding;

    /// <summary>
    /// Whether an unknown member has the key of the text. The body is then written as base64, even if it is empty, because
    /// base64 overrides the text.
    /// </summary>
    private static bool HasShadowedText(RecordedBody body) => body.Unknown.All.Any(member => member.Name == Keys.String);

    private static RecordedBody ReadObject(ref JsonReader reader)
    {
        string? encoding = null;
        RecordedBody? text = null;
        ReadOnlyMemory<byte>? bytes = null;
        var encodingLine = reader.Line;
        var members = new MemberReader();
        while (reader.ReadMember())
        {
            if (members.Is(Keys.Encoding, ref reader))
            {
                encoding = reader.GetStringOrNull();
                encodingLine = reader.Line;
            }
            else if (members.Is(Keys.String, ref reader))
            {
                text = ReadText(ref reader, encoding);
            }
            else if (members.Is(Keys.Base64String, ref reader, inPlaceOf: Keys.String))
            {
                bytes = reader.DecodeBase64OrNull();
            }
            else
            {
                members.Keep(ref reader);
            }
        }

        if (bytes is not null)
        {
            if (text is { IsEmpty: false })
            {
                // The base64 is the body. The text is kept, although it has no meaning.
                members.KeepText(Keys.String, text.Bytes.Span);
            }

            return RecordedBody.FromBytes(bytes.Value, encoding).With(encoding, members.Unknown);
        }

        var charset = Charset.Find(encoding)
            ?? throw reader.MemberError($"the charset '{encoding}' is not known, so the text cannot be encoded.", Keys.Encoding, encodingLine);
        text ??= RecordedBody.Empty;
        var body = ReferenceEquals(charset, Charset.Utf8) ? text : RecordedBody.FromText(Encoding.UTF8.GetString(text.Bytes.Span), encoding);
        return body.With(encoding, members.Unknown);
    }

    private static RecordedBody? ReadText(ref JsonReader reader, string? encoding) =>
        reader.DecodeStringOrNull() is { } text ? FromText(text, encoding) : null;

    private static RecordedBody FromText(ReadOnlyMemory<byte> utf8, string? encoding) =>
        utf8.IsEmpty ? RecordedBody.Empty : RecordedBody.FromUtf8(utf8, encoding);
}
