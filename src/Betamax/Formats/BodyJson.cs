using System.Text.Json;
using System.Text;
using Betamax.Cassettes;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>
/// A body: an object with the charset's name and either the text or base64. The oldest cassettes have the bare text.
/// </summary>
internal static class BodyJson
{
    public static RecordedBody Read(ref JsonCursor cursor) =>
        cursor.ComesText() ? cursor.BodyTextOrNull(CharsetNames.Utf8)!
        : cursor.Kind() switch
        {
            JsonTokenType.StartObject => ReadObject(ref cursor),
            JsonTokenType.Null => RecordedBody.Empty,
            _ => throw cursor.Expected("a body object, a string or null"),
        };

    /// <summary>Writes the body in pieces, so that the pen's buffer does not become as long as it.</summary>
    public static void Write(JsonPen pen, RecordedBody body)
    {
        var members = new MemberWriter(pen, body.Unknown);
        members.Key(CassetteKey.Encoding);
        pen.Value(EncodingForPython(body));
        members.Key(body.IsStoredAsText && !HasShadowedText(body) ? CassetteKey.String : CassetteKey.Base64String);
        pen.BeginText();
        var length = body.StoredText?.Length ?? body.Bytes.Length;
        for (var at = 0; at < length;)
        {
            at += WritePiece(pen, body, at, Math.Min(JsonPen.ChunkSize, length - at));
            pen.FlushIfFull();
        }

        pen.EndText();
        members.End();
    }

    // Ruby's name for bytes without a charset, which it writes as UTF-8, would keep Python from encoding the text.
    private static string? EncodingForPython(RecordedBody body) =>
        body.IsStoredAsText && body.Encoding is { } name && !CharsetNames.IsKnownToPython(name) ? CharsetNames.Utf8 : body.Encoding;

    // The key of the text is taken then, by one that is not the body's: only base64, of no bytes too, goes before it.
    private static bool HasShadowedText(RecordedBody body) =>
        body.Unknown.All.Any(member => member.Name == CassetteKey.String.Name);

    private static int WritePiece(JsonPen pen, RecordedBody body, int start, int length)
    {
        if (body.StoredText is { } text)
        {
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            pen.Text(text.AsSpan(start, length));
        }
        else if (body.IsStoredAsText)
        {
            pen.Text(body.Bytes.Span.Slice(start, length));
        }
        else
        {
            pen.Base64(body.Bytes.Span.Slice(start, length));
        }

        return length;
    }

    private static RecordedBody ReadObject(ref JsonCursor cursor)
    {
        string? encoding = null;
        RecordedBody? text = null;
        RecordedBody? bytes = null;
        var encodingAt = cursor.EnterObject();
        var members = new MemberReader();
        while (cursor.NextMember())
        {
            if (members.IsAt(CassetteKey.Encoding, ref cursor))
            {
                encoding = cursor.TextOrNull();
                encodingAt = cursor.Offset;
            }
            else if (members.IsAt(CassetteKey.String, ref cursor))
            {
                text = cursor.BodyTextOrNull(encoding);
            }
            else if (members.IsAt(CassetteKey.Base64String, ref cursor))
            {
                bytes = cursor.Base64OrNull(encoding);
            }
            else
            {
                members.Keep(ref cursor);
            }
        }

        if (bytes is not null)
        {
            if (text is { IsEmpty: false } shadowed)
            {
                // The base64 is the body. What the text says is nothing to us, and yet not ours to drop.
                members.Keep(CassetteKey.String, shadowed.Bytes.Span);
            }

            return bytes.With(encoding, members.Unknown);
        }

        var charset = Charset.Find(encoding)
            ?? throw cursor.Fault($"the charset '{encoding}' is not known, so that the text has no bytes.", encodingAt);
        var body = ReferenceEquals(charset, Charset.Utf8)
            ? text ?? RecordedBody.Empty
            : RecordedBody.FromText(Encoding.UTF8.GetString((text ?? RecordedBody.Empty).Bytes.Span), encoding);
        return body.With(encoding, members.Unknown);
    }
}
