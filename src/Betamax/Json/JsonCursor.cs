using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Betamax.Json;

/// <summary>Reads one value of the expected kind after another, and says where it stands when it is of another.</summary>
internal ref struct JsonCursor
{
    private readonly ReadOnlyMemory<byte> _document;
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly string? _path;
    private JsonScanner _scanner;

    private JsonCursor(ReadOnlyMemory<byte> document, string? path)
    {
        _document = document;
        _utf8 = document.Span;
        _path = path;
        _scanner = new JsonScanner(_utf8);
    }

    public delegate T Document<T>(ref JsonCursor cursor);

    /// <summary>The offset of the value that was read last.</summary>
    public readonly long Offset => _scanner.Start;

    /// <summary>Reads a document, which has nothing behind it.</summary>
    /// <exception cref="CassetteFormatException">It is not what it should be.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, string? path, Document<T> document)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            throw JsonFault.NotUtf8(utf8.Span, path);
        }

        try
        {
            var cursor = new JsonCursor(utf8, path);
            var result = document(ref cursor);
            cursor._scanner.EndDocument();
            return result;
        }
        catch (JsonException)
        {
            throw JsonFault.NotJson(utf8.Span, path);
        }
    }

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

    /// <summary>What is written from an offset to here.</summary>
    public readonly ReadOnlyMemory<byte> WrittenFrom(long offset) => _document[(int)offset.._scanner.End];

    public string? TextOrNull() => Kind() switch
    {
        JsonTokenType.String => String(),
        JsonTokenType.Null => null,
        _ => throw Expected("a string or null"),
    };

    /// <summary>The text in UTF-8, without the way through a string: where it can be, a part of the document.</summary>
    public ReadOnlyMemory<byte>? Utf8TextOrNull()
    {
        if (Kind() != JsonTokenType.String)
        {
            return _scanner.Kind == JsonTokenType.Null ? null : throw Expected("a string or null");
        }

        if (!_scanner.IsEscaped)
        {
            return TextInDocument();
        }

        var unescaped = GC.AllocateUninitializedArray<byte>(_scanner.Text.Length);
        try
        {
            return unescaped.AsMemory(0, _scanner.Reader().CopyString(unescaped));
        }
        catch (InvalidOperationException fault)
        {
            throw HalfACharacter(fault);
        }
    }

    /// <summary>The body whose bytes the base64 is, decoded later and in its place where that can be done.</summary>
    public RecordedBody? Base64OrNull(string? encoding)
    {
        if (Kind() != JsonTokenType.String)
        {
            return _scanner.Kind == JsonTokenType.Null ? null : throw Expected("a string or null");
        }

        var text = Utf8TextOrNull()!.Value;
        return !Base64.IsValid(text.Span, out var length) ? throw Fault("this is not valid base64.", Offset)
            : length == 0 ? RecordedBody.FromBytes(default, encoding)
            : RecordedBody.FromUndecoded(new(MemoryMarshal.AsMemory(text), DecodeBase64), isText: false, encoding);
    }

    /// <summary>The body whose text it is, without its escapes: these are replaced later, where nothing can be wrong with them.</summary>
    public RecordedBody? BodyTextOrNull(string? encoding)
    {
        if (Kind() == JsonTokenType.String && _scanner is { IsEscaped: true, HasCodeUnits: false })
        {
            var written = MemoryMarshal.AsMemory(TextInDocument());
            return RecordedBody.FromUndecoded(new(written, JsonUnescape.DecodeInPlace), isText: true, encoding);
        }

        return Utf8TextOrNull() is not { } text ? null
            : text.IsEmpty ? RecordedBody.Empty
            : RecordedBody.FromUtf8(text, encoding);
    }

    public int Integer(int least, int most) =>
        Kind() == JsonTokenType.Number && _scanner.Reader().TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Expected($"an integer from {least} to {most}");

    /// <summary>The value, whatever it is, as it is written.</summary>
    public ReadOnlySpan<byte> Anything()
    {
        _ = Kind();
        var start = _scanner.Start;
        _scanner.Skip();
        return _utf8[start.._scanner.End];
    }

    public readonly CassetteFormatException Expected(string what) =>
        Fault($"expected {what}, found {Found()}.", Offset);

    public readonly CassetteFormatException Missing(CassetteKey key, long offsetOfObject) =>
        Fault($"the key '{key.Name}' is missing.", offsetOfObject);

    public readonly CassetteFormatException Fault(string problem, long offset, Exception? innerException = null) =>
        JsonFault.At(_utf8, _path, offset, problem, innerException);

    private static int DecodeBase64(Span<byte> written)
    {
        _ = Base64.DecodeFromUtf8InPlace(written, out var length);
        return length;
    }

    private readonly ReadOnlyMemory<byte> TextInDocument() => _document.Slice(_scanner.Start + 1, _scanner.Text.Length);

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
    private readonly CassetteFormatException HalfACharacter(Exception fault) =>
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
