using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Betamax.Json;

/// <summary>Reads one value of the expected kind after another, and says where it stands when it is of another.</summary>
internal ref struct JsonCursor
{
    /// <summary>Deeper than any cassette, and what Python still reads.</summary>
    public static readonly JsonReaderOptions Options = new() { MaxDepth = 500 };

    private readonly ReadOnlyMemory<byte> _document;
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly string? _path;
    private readonly TextPool _texts = new();
    private Utf8JsonReader _reader;

    private JsonCursor(ReadOnlyMemory<byte> document, string? path)
    {
        _document = document;
        _utf8 = document.Span;
        _path = path;
        _reader = new Utf8JsonReader(_utf8, Options);
    }

    public delegate T Document<T>(ref JsonCursor cursor);

    /// <summary>The offset of the value that was read last.</summary>
    public readonly long Offset => _reader.TokenStartIndex;

    /// <summary>Reads a document, which has nothing behind it.</summary>
    /// <exception cref="CassetteFormatException">It is not what it should be.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, string? path, Document<T> document)
    {
        var cursor = new JsonCursor(utf8, path);
        if (!Utf8.IsValid(utf8.Span))
        {
            throw cursor.NotUtf8();
        }

        try
        {
            var result = document(ref cursor);
            cursor._reader.Read();
            return result;
        }
        catch (JsonException fault)
        {
            var problem = fault.Message.Split(" LineNumber:")[0];
            throw cursor.Fault("it is not valid JSON. " + problem, JsonPlace.WhereItBreaks, fault);
        }
    }

    /// <summary>Goes to the next member of the object; <see langword="false"/> at its end.</summary>
    public bool NextMember()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.PropertyName && _reader.ValueIsEscaped)
        {
            _ = String();
        }

        return _reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Whether the member has this key.</summary>
    public readonly bool IsAt(CassetteKey key) => _reader.ValueTextEquals(key.Utf8);

    /// <summary>The key of the member.</summary>
    public readonly string Key() => String();

    /// <summary>Goes to the next item of the array; <see langword="false"/> at its end.</summary>
    public bool NextItem()
    {
        _reader.Read();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>The kind of the value that comes.</summary>
    public JsonTokenType Kind()
    {
        if (_reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.None)
        {
            _reader.Read();
        }

        return _reader.TokenType;
    }

    /// <summary>Enters the object; the result is its offset.</summary>
    public long EnterObject() => Enter(JsonTokenType.StartObject, "an object");

    /// <summary>Enters the array; the result is its offset.</summary>
    public long EnterArray() => Enter(JsonTokenType.StartArray, "a list");

    public string Text() => Kind() == JsonTokenType.String ? String() : throw Expected("a string");

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
            return _reader.TokenType == JsonTokenType.Null ? null : throw Expected("a string or null");
        }

        if (!_reader.ValueIsEscaped)
        {
            return ValueInDocument();
        }

        var unescaped = GC.AllocateUninitializedArray<byte>(_reader.ValueSpan.Length);
        try
        {
            return unescaped.AsMemory(0, _reader.CopyString(unescaped));
        }
        catch (InvalidOperationException fault)
        {
            throw HalfACharacter(fault);
        }
    }

    /// <summary>The body whose bytes the base64 is, decoded later and in its place where that can be done.</summary>
    public RecordedBody? Base64OrNull()
    {
        if (Kind() != JsonTokenType.String)
        {
            return _reader.TokenType == JsonTokenType.Null ? null : throw Expected("a string or null");
        }

        var text = Utf8TextOrNull()!.Value;
        return !Base64.IsValid(text.Span, out var length) ? throw Fault("this is not valid base64.", Offset)
            : length == 0 ? RecordedBody.FromBytes(default)
            : RecordedBody.FromUndecoded(new(MemoryMarshal.AsMemory(text), DecodeBase64), isText: false);
    }

    /// <summary>The body whose text it is, without its escapes: these are replaced later, where nothing can be wrong with them.</summary>
    public RecordedBody? BodyTextOrNull()
    {
        if (Kind() == JsonTokenType.String && _reader.ValueIsEscaped && _reader.ValueSpan.IndexOf("\\u"u8) < 0)
        {
            var written = MemoryMarshal.AsMemory(ValueInDocument());
            return RecordedBody.FromUndecoded(new(written, JsonEscape.DecodeInPlace), isText: true);
        }

        return Utf8TextOrNull() is { } text ? RecordedBody.FromUtf8(text, encoding: null) : null;
    }

    public int Integer(int least, int most) =>
        Kind() == JsonTokenType.Number && _reader.TryGetInt32(out var number) && number >= least && number <= most
            ? number
            : throw Expected($"an integer from {least} to {most}");

    /// <summary>The value, whatever it is, as it is written.</summary>
    public ReadOnlySpan<byte> Anything()
    {
        _ = Kind();
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return _utf8[start..(int)_reader.BytesConsumed];
    }

    public readonly CassetteFormatException Expected(string what) =>
        Fault($"expected {what}, found {Name(_reader)}.", Offset);

    public readonly CassetteFormatException Missing(CassetteKey key, long offsetOfObject) =>
        Fault($"the key '{key.Name}' is missing.", offsetOfObject);

    public readonly CassetteFormatException Fault(string problem, long offset, Exception? innerException = null)
    {
        var place = JsonPlace.Find(_utf8, offset);
        return new(problem, _path, place.InteractionIndex, place.Path, place.Line, innerException);
    }

    private static int DecodeBase64(Span<byte> written)
    {
        _ = Base64.DecodeFromUtf8InPlace(written, out var length);
        return length;
    }

    private readonly ReadOnlyMemory<byte> ValueInDocument() =>
        _document.Slice((int)_reader.TokenStartIndex + 1, _reader.ValueSpan.Length);

    private long Enter(JsonTokenType kind, string what) => Kind() == kind ? Offset : throw Expected(what);

    private readonly string String()
    {
        if (!_reader.ValueIsEscaped)
        {
            return _texts.TextOf(_reader.ValueSpan);
        }

        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw HalfACharacter(fault);
        }
    }

    /// <summary>All of the document is valid UTF-8, so that only an escape can be wrong.</summary>
    private readonly CassetteFormatException HalfACharacter(Exception fault) =>
        Fault("the text has half of a surrogate pair (an escape from \\ud800 to \\udfff without its other half).", Offset, fault);

    private readonly CassetteFormatException NotUtf8()
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(_utf8[valid..], out _, out var length) == OperationStatus.Done)
        {
            valid += length;
        }

        return Fault($"the byte 0x{_utf8[valid]:X2} is not valid UTF-8.", valid);
    }

    private static string Name(Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => $"the number {Encoding.UTF8.GetString(reader.ValueSpan)}",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };
}
