using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using System.Text;
using Betamax.Formats;

namespace Betamax.Json;

/// <summary>Reads one value of the expected kind after another, and says where it stands when it is of another.</summary>
internal ref struct JsonCursor
{
    private readonly string? _path;
    private JsonScanner _scanner;
    private KeptBytes? _kept;

    private JsonCursor(JsonWindow document, string? path)
    {
        _path = path;
        _scanner = new JsonScanner(document);
    }

    public delegate T Document<T>(ref JsonCursor cursor);

    /// <summary>The offset of the value that was read last.</summary>
    public readonly long Offset => _scanner.Start;

    /// <summary>Reads a document, which has nothing behind it.</summary>
    /// <exception cref="CassetteFormatException">It is not what it should be.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, string? path, Document<T> document)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw JsonFault.NotUtf8(utf8, path);
        }

        try
        {
            return Read(new JsonWindow(utf8), path, document);
        }
        catch (JsonException)
        {
            throw JsonFault.NotJson(utf8, path);
        }
    }

    /// <summary>The same, while the document comes in. Where something is wrong with it is not known then.</summary>
    /// <exception cref="JsonException">It is not what it should be.</exception>
    public static T Read<T>(JsonSource source, Document<T> document) => Read(new JsonWindow(source), path: null, document);

    /// <summary>Goes to the next member of the object; <see langword="false"/> at its end.</summary>
    public bool NextMember()
    {
        if (!_scanner.NextName())
        {
            return false;
        }

        RefuseHalfACharacter();
        return true;
    }

    /// <summary>Whether the member has this key.</summary>
    public readonly bool IsAt(CassetteKey key) =>
        _scanner.IsEscaped ? _scanner.Reader().ValueTextEquals(key.Utf8) : _scanner.Text.SequenceEqual(key.Utf8);

    /// <summary>The key of the member.</summary>
    public readonly string Key() => String();

    /// <summary>Goes to the next item of the array; <see langword="false"/> at its end.</summary>
    public bool NextItem() => _scanner.NextItem();

    /// <summary>The kind of the value that comes.</summary>
    public JsonTokenType Kind()
    {
        if (_scanner.Kind is JsonTokenType.PropertyName or JsonTokenType.None)
        {
            _scanner.ReadValue();
        }

        return _scanner.Kind;
    }

    /// <summary>Enters the object; the result is its offset.</summary>
    public long EnterObject() => Enter(JsonTokenType.StartObject, "an object");

    /// <summary>Enters the array; the result is its offset.</summary>
    public long EnterArray() => Enter(JsonTokenType.StartArray, "a list");

    public string Text() => Kind() == JsonTokenType.String ? String() : throw Expected("a string");

    /// <summary>Goes by a text that is read later.</summary>
    public void PassText()
    {
        if (Kind() != JsonTokenType.String)
        {
            throw Expected("a string");
        }

        RefuseHalfACharacter();
    }

    /// <summary>Goes by an object that comes in the same writing as one that was read before.</summary>
    public bool PassesObject(ReadOnlySpan<byte> written) => _scanner.PassesObject(written);

    /// <summary>A copy of what is written from an offset to here.</summary>
    public ReadOnlyMemory<byte> KeepFrom(long offset) =>
        (_kept ??= new()).Keep(_scanner.Window.Bytes[(int)offset.._scanner.End], _scanner.Window.Rest);

    /// <summary>What was read is not wanted any more, as it is written. Offsets that were taken before say nothing from here on.</summary>
    public void Release() => _scanner.Release();

    /// <summary>The text that comes, if it is a time such as 2013-09-28T01:25:38.</summary>
    public DateTime? TimeOrNull() =>
        Kind() == JsonTokenType.String && _scanner is { IsEscaped: false, Text.Length: 19 }
        && _scanner.Reader().TryGetDateTime(out var time) && time.Kind == DateTimeKind.Unspecified
            ? time
            : null;

    /// <param name="like">A text that it may be equal to, and is then.</param>
    public string? TextOrNull(string? like = null) => Kind() switch
    {
        JsonTokenType.String => like is not null && !_scanner.IsEscaped && Ascii.Equals(_scanner.Text, like) ? like : String(),
        JsonTokenType.Null => null,
        _ => throw Expected("a string or null"),
    };

    /// <summary>Whether the value that comes is a text.</summary>
    public bool ComesText() => _scanner.ComesText();

    /// <summary>The body whose bytes the base64 is.</summary>
    public RecordedBody? Base64OrNull(string? encoding)
    {
        bool isBase64;
        if (_scanner.ComesText() && JsonText.IsPlain(_scanner.Window.Coming, out var text))
        {
            _ = Kind();
            isBase64 = (_kept ??= new()).AddBase64(text, _scanner.Window.Rest);
        }
        else if (DecodesText())
        {
            isBase64 = _kept.DecodeBase64();
        }
        else
        {
            return null;
        }

        return isBase64 ? RecordedBody.FromBytes(_kept.Take(), encoding) : throw Fault("this is not valid base64.", Offset);
    }

    /// <summary>The body whose text it is.</summary>
    public RecordedBody? BodyTextOrNull(string? encoding) =>
        !DecodesText() ? null
        : _kept.Take() is { IsEmpty: false } text ? RecordedBody.FromUtf8(text, encoding)
        : RecordedBody.Empty;

    public int Integer(int least, int most) =>
        Kind() == JsonTokenType.Number
        && Utf8Parser.TryParse(_scanner.Token, out int number, out var digits) && digits == _scanner.Token.Length
        && number >= least && number <= most
            ? number
            : throw Expected($"an integer from {least} to {most}");

    /// <summary>The value, whatever it is, as it is written.</summary>
    public ReadOnlySpan<byte> Anything()
    {
        _ = Kind();
        var start = _scanner.Start;
        _scanner.Skip();
        return _scanner.Window.Bytes[start.._scanner.End];
    }

    public readonly Exception Expected(string what) =>
        Fault($"expected {what}, found {Found()}.", Offset);

    public readonly Exception Missing(CassetteKey key, long offsetOfObject) =>
        Fault($"the key '{key.Name}' is missing.", offsetOfObject);

    public readonly Exception Fault(string problem, long offset, Exception? innerException = null) => _scanner.Window.IsWhole
        ? JsonFault.At(_scanner.Window.Bytes, _path, offset, problem, innerException)
        : new JsonException(problem, innerException);

    private static T Read<T>(JsonWindow window, string? path, Document<T> document)
    {
        var cursor = new JsonCursor(window, path);
        var result = document(ref cursor);
        cursor._scanner.EndDocument();
        return result;
    }

    /// <summary>Decodes a text; <see langword="false"/> where null stands in its place.</summary>
    [MemberNotNull(nameof(_kept))]
    private bool DecodesText()
    {
        _kept ??= new();
        if (!_scanner.ComesText())
        {
            return Kind() == JsonTokenType.Null ? false : throw Expected("a string or null");
        }

        if (!_scanner.DecodeText(_kept))
        {
            RefuseHalfACharacter();
        }

        return true;
    }

    private long Enter(JsonTokenType kind, string what) => Kind() == kind ? Offset : throw Expected(what);

    private readonly string String()
    {
        if (!_scanner.IsEscaped)
        {
            return TextPool.TextOf(_scanner.Text);
        }

        try
        {
            return _scanner.Reader().GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw HalfACharacter(fault);
        }
    }

    private readonly void RefuseHalfACharacter()
    {
        if (_scanner.HasCodeUnits)
        {
            _ = String();
        }
    }

    /// <summary>All of the document is valid UTF-8, so that only an escape can be wrong.</summary>
    private readonly Exception HalfACharacter(Exception fault) =>
        Fault("the text has half of a surrogate pair (an escape from \\ud800 to \\udfff without its other half).", Offset, fault);

    private readonly string Found() => _scanner.Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => $"the number {Encoding.UTF8.GetString(_scanner.Token)}",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };
}
