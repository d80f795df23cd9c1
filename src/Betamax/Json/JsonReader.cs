using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Betamax.Json;

/// <summary>Reads the value at which the reader stands, to its last token.</summary>
internal delegate T ReadValue<out T>(ref JsonReader reader);

/// <summary>
/// Reads a JSON document that is completely in memory. Its errors say where the wrong value is. The reader stands at the
/// first token of a value, or at the name of a member, before its value. A method that reads the value leaves it at the last
/// token.
/// </summary>
internal ref struct JsonReader
{
    // As deep as Python can read, and deeper than any cassette.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 500 };

    private readonly Memory<byte> _document;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly JsonPathTracker _path = new();
    private readonly StringPool _strings = new();
    private readonly (Range Json, object? Value)[] _recent = new (Range, object?)[4];
    private int _nextRecent;
    private Utf8JsonReader _reader;
    private int _readerStart;
    private ReadOnlySpan<byte> _name;
    private bool _nameIsEscaped;
    private long _line = 1;
    private int _lineOffset;
    private int _skippedLines;

    private JsonReader(Memory<byte> document)
    {
        _document = document;
        _bytes = document.Span;
        _reader = new(_bytes, Options);
    }

    /// <summary>The type of the current token. After the name of a member, it is the first token of its value.</summary>
    public JsonTokenType TokenType
    {
        get
        {
            if (_reader.TokenType == JsonTokenType.PropertyName)
            {
                ReadToken();
            }

            return _reader.TokenType;
        }
    }

    /// <summary>The line of the current token, from 1.</summary>
    public long Line
    {
        get
        {
            CountLines(TokenStart);
            return _line;
        }
    }

    private readonly int TokenStart => _readerStart + (int)_reader.TokenStartIndex;

    private readonly int TokenEnd => _readerStart + (int)_reader.BytesConsumed;

    /// <summary>The name of the current member.</summary>
    public readonly string Name => _nameIsEscaped ? Unescape(_name)! : _strings.GetString(_name);

    /// <summary>Reads a document of one value.</summary>
    /// <param name="document">The document in UTF-8. It is overwritten: long strings are decoded in place.</param>
    /// <param name="read">Reads the value.</param>
    /// <exception cref="JsonReadException">It is not valid JSON, or a value in it is not as expected.</exception>
    public static T Read<T>(Memory<byte> document, ReadValue<T> read)
    {
        var reader = new JsonReader(document);
        if (!Utf8.IsValid(reader._bytes))
        {
            throw reader.InvalidUtf8();
        }

        try
        {
            reader.ReadToken();
            var value = read(ref reader);
            reader.ReadToken(); // Throws if there is more.
            return value;
        }
        catch (JsonException error)
        {
            throw reader.InvalidJson(error);
        }
    }

    /// <summary>Moves from the start of an object or from the end of a member to the name of the next member. False at the end.</summary>
    public bool ReadMember()
    {
        ReadToken();
        if (_reader.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        _name = _reader.ValueSpan;
        _nameIsEscaped = _reader.ValueIsEscaped;
        if (_nameIsEscaped && Unescape(_name) is null)
        {
            throw LoneSurrogate();
        }

        return true;
    }

    /// <summary>Moves from the start of an array or from the end of an item to the next item. False at the end.</summary>
    public bool ReadItem()
    {
        ReadToken();
        return TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Whether the current member has this name, which is ASCII.</summary>
    public readonly bool NameIs(string name) =>
        _nameIsEscaped ? Name == name : Ascii.Equals(_name, name);

    public void ExpectObject() => Expect(JsonTokenType.StartObject, "an object");

    public void ExpectArray() => Expect(JsonTokenType.StartArray, "a list");

    public string GetString()
    {
        Expect(JsonTokenType.String, "a string");
        return _reader.ValueIsEscaped ? Unescape(_reader.ValueSpan) ?? throw LoneSurrogate() : _strings.GetString(_reader.ValueSpan);
    }

    public string? GetStringOrNull() => TokenType switch
    {
        JsonTokenType.String => GetString(),
        JsonTokenType.Null => null,
        _ => throw Expected("a string or null"),
    };

    /// <summary>Whether the current value is a string, and if so equal to this one.</summary>
    public bool StringIs(string text) => TokenType == JsonTokenType.String && _reader.ValueTextEquals(text);

    public int GetInt32(int min, int max) =>
        TokenType == JsonTokenType.Number && _reader.TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw Expected($"an integer from {min} to {max}");

    /// <summary>
    /// Decodes the value of the current member in place if it is a string. The result is a part of the document, and not a
    /// copy. False for any other value, which is then not read.
    /// </summary>
    /// <remarks>
    /// <see cref="Utf8JsonReader"/> would read the whole string only to find its end, which takes as long as decoding it. So
    /// the string is decoded up to its end, or to an error. The reader then gets the rest as a string, which is empty, or at
    /// which it throws.
    /// </remarks>
    public bool TryDecodeString(out Memory<byte> text)
    {
        text = default;
        var quote = TokenEnd + _bytes[TokenEnd..].IndexOfAnyExcept(" \t\r\n"u8);
        if (quote < TokenEnd || _bytes[quote] != '"')
        {
            return false;
        }

        CountLines(quote);
        _skippedLines += _bytes[TokenEnd..quote].Count((byte)'\n');
        var (read, written) = (quote + 1, quote);
        JsonUnescape.Decode(_document.Span, ref read, ref written);
        text = _document[quote..written];

        // The decoded text begins one byte earlier, at its opening quote, which leaves room for another quote.
        _document.Span[--read] = (byte)'"';
        _reader = new(_bytes[read..], isFinalBlock: true, _reader.CurrentState);
        _readerStart = _lineOffset = read;
        ReadToken();
        return _reader.ValueSpan.IsEmpty ? true : throw LoneSurrogate();
    }

    /// <summary>Decodes a string as <see cref="TryDecodeString"/> does. Null for a JSON null.</summary>
    public Memory<byte>? DecodeStringOrNull() =>
        TryDecodeString(out var text) ? text
        : TokenType == JsonTokenType.Null ? null
        : throw Expected("a string or null");

    /// <summary>Decodes a string of base64 in place. Null for a JSON null.</summary>
    public Memory<byte>? DecodeBase64OrNull()
    {
        if (DecodeStringOrNull() is not { } text)
        {
            return null;
        }

        return Base64.IsValid(text.Span) && Base64.DecodeFromUtf8InPlace(text.Span, out var length) == OperationStatus.Done
            ? text[..length]
            : throw Error("this is not valid base64.");
    }

    /// <summary>Reads the current value, or returns the result of a recent value with exactly the same JSON.</summary>
    public T ReadOrReuse<T>(ReadValue<T> read)
        where T : class
    {
        _ = TokenType;
        var start = TokenStart;
        foreach (var (range, value) in _recent)
        {
            if (value is T same && _bytes[start..].StartsWith(_bytes[range]))
            {
                _ = ReadRaw();
                return same;
            }
        }

        var result = read(ref this);
        _recent[_nextRecent++ % _recent.Length] = (start..TokenEnd, result);
        return result;
    }

    /// <summary>Moves to the end of the current value. Returns the value as it stands in the document.</summary>
    public ReadOnlySpan<byte> ReadRaw()
    {
        var isNested = TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        var (start, depth) = (TokenStart, _reader.CurrentDepth);
        if (isNested)
        {
            do
            {
                ReadToken();
            }
            while (_reader.CurrentDepth > depth);
        }

        return _bytes[start..TokenEnd];
    }

    /// <summary>An error at the current value.</summary>
    public JsonReadException Error(string problem) => new(problem, new(_path.GetPath(_bytes), Line));

    /// <summary>An error at a member of the object whose end is the current token.</summary>
    public readonly JsonReadException MemberError(string problem, string name, long line) =>
        new(problem, new($"{_path.GetPath(_bytes)}.{name}", line));

    /// <summary>A member is missing from the object whose end is the current token.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="line">The line at which the object starts.</param>
    public readonly JsonReadException MissingMember(string name, long line) =>
        new($"the key '{name}' is missing.", new(_path.GetPath(_bytes), line));

    public JsonReadException Expected(string what) => Error($"expected {what}, found {DescribeToken()}.");

    private void ReadToken()
    {
        if (_reader.Read())
        {
            _path.Follow(_reader, _readerStart);
        }
    }

    private void Expect(JsonTokenType type, string what)
    {
        if (TokenType != type)
        {
            throw Expected(what);
        }
    }

    private void CountLines(int end)
    {
        if (end > _lineOffset)
        {
            _line += _bytes[_lineOffset..end].Count((byte)'\n');
            _lineOffset = end;
        }
    }

    private static string? Unescape(ReadOnlySpan<byte> text)
    {
        byte[] copy = [.. text];
        var (read, written) = (0, 0);
        JsonUnescape.Decode(copy, ref read, ref written);
        return read < copy.Length ? null : Encoding.UTF8.GetString(copy, 0, written);
    }

    private readonly string DescribeToken() => _reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => $"the number {Encoding.UTF8.GetString(_reader.ValueSpan)}",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };

    private JsonReadException LoneSurrogate() =>
        Error("the text has half of a surrogate pair (an escape from \\ud800 to \\udfff without its other half).");

    private readonly JsonReadException InvalidJson(JsonException error) => new(
        "it is not valid JSON. " + error.Message.Split(" LineNumber:")[0],
        new(_path.GetPath(_bytes), 1 + _skippedLines + (error.LineNumber ?? 0)),
        error);

    /// <summary>Reads the JSON up to the invalid byte, to find its path.</summary>
    private JsonReadException InvalidUtf8()
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(_bytes[offset..], out _, out var length) == OperationStatus.Done)
        {
            offset += length;
        }

        try
        {
            while (_reader.BytesConsumed <= offset)
            {
                ReadToken();
            }
        }
        catch (JsonException)
        {
            // The path is that of the last value before the invalid byte.
        }

        return new(
            $"the byte 0x{_bytes[offset]:X2} is not valid UTF-8.",
            new(_path.GetPath(_bytes), 1 + _bytes[..offset].Count((byte)'\n')));
    }
}
