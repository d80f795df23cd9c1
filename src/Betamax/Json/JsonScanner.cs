using System.Buffers;
using System.Text.Json;

namespace Betamax.Json;

/// <summary>
/// Goes through JSON from token to token. Brackets, white space and texts are passed here, many bytes at a time; numbers,
/// literals, escapes of the form <c>\u0000</c> and what is skipped are left to <see cref="Utf8JsonReader"/>. Both take the same
/// for JSON.
/// </summary>
/// <param name="utf8">The document: valid UTF-8.</param>
internal ref struct JsonScanner(ReadOnlySpan<byte> utf8)
{
    /// <summary>Deeper than any cassette, and what Python still reads.</summary>
    public static readonly JsonReaderOptions Options = new() { MaxDepth = 500 };

    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private int _next;
    private int _depth;

    /// <summary>The kind of the token; after a name its value is still to be read.</summary>
    public JsonTokenType Kind { get; private set; }

    /// <summary>Where the token begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where the token ends.</summary>
    public int End { get; private set; }

    /// <summary>Whether the text has escapes.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>Whether the text has escapes of the form <c>\u0000</c>, in which more can be wrong.</summary>
    public bool HasCodeUnits { get; private set; }

    /// <summary>The token as it is written.</summary>
    public readonly ReadOnlySpan<byte> Token => _utf8[Start..End];

    /// <summary>A text or name as it is written, without its quotes.</summary>
    public readonly ReadOnlySpan<byte> Text => _utf8[(Start + 1)..(End - 1)];

    /// <summary>Goes to the next name in the object; <see langword="false"/> at its end.</summary>
    public bool NextName()
    {
        if (IsAtEnd((byte)'}', JsonTokenType.EndObject))
        {
            return false;
        }

        PassText();
        Kind = JsonTokenType.PropertyName;
        Pass((byte)':');
        return true;
    }

    /// <summary>Goes to the next item of the array; <see langword="false"/> at its end.</summary>
    public bool NextItem()
    {
        if (IsAtEnd((byte)']', JsonTokenType.EndArray))
        {
            return false;
        }

        ReadValue();
        return true;
    }

    /// <summary>Goes to the value that comes, or into it where it is an object or an array.</summary>
    public void ReadValue()
    {
        switch (Peek())
        {
            case (byte)'"':
                PassText();
                Kind = JsonTokenType.String;
                break;
            case (byte)'{':
                PassBracket(JsonTokenType.StartObject);
                _depth++;
                break;
            case (byte)'[':
                PassBracket(JsonTokenType.StartArray);
                _depth++;
                break;
            default:
                Start = _next;
                Kind = PassOne(skip: false);
                break;
        }
    }

    /// <summary>Goes behind the object or array that was entered.</summary>
    public void Skip()
    {
        if (Kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _next = Start;
            _depth--;
            Kind = PassOne(skip: true);
        }
    }

    /// <summary>Nothing may stand behind the document.</summary>
    public void EndDocument()
    {
        if (Peek() != 0 || _next < _utf8.Length)
        {
            throw new JsonException();
        }
    }

    /// <summary>The standard reader on the token.</summary>
    public readonly Utf8JsonReader Reader()
    {
        var reader = new Utf8JsonReader(Token, Options);
        reader.Read();
        return reader;
    }

    /// <summary>The byte that comes behind white space; 0, which nothing begins with, at the end.</summary>
    private byte Peek()
    {
        if (_next < _utf8.Length && _utf8[_next] > ' ')
        {
            return _utf8[_next];
        }

        var white = _utf8[_next..].IndexOfAnyExcept(WhiteSpace);
        _next = white < 0 ? _utf8.Length : _next + white;
        return white < 0 ? (byte)0 : _utf8[_next];
    }

    private void Pass(byte expected)
    {
        if (Peek() != expected)
        {
            throw new JsonException();
        }

        _next++;
    }

    private bool IsAtEnd(byte bracket, JsonTokenType kind)
    {
        if (Peek() == bracket)
        {
            PassBracket(kind);
            _depth--;
            return true;
        }

        if (Kind is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            Pass((byte)',');
        }

        return false;
    }

    private void PassBracket(JsonTokenType kind)
    {
        Start = _next;
        End = ++_next;
        Kind = kind;
    }

    private void PassText()
    {
        Pass((byte)'"');
        Start = _next - 1;
        var length = JsonEscape.IndexIn(_utf8[_next..]);
        IsEscaped = length >= 0 && _utf8[_next + length] == '\\';
        HasCodeUnits = false;
        if (IsEscaped)
        {
            length = JsonUnescape.EndOfText(_utf8[_next..], length, out var hasCodeUnits);
            HasCodeUnits = hasCodeUnits;
        }

        if (length < 0 || _utf8[_next + length] != '"')
        {
            throw new JsonException();
        }

        End = _next += length + 1;
        if (HasCodeUnits)
        {
            Reader();
        }
    }

    /// <summary>Passes one token, or one whole value, with the standard reader.</summary>
    private JsonTokenType PassOne(bool skip)
    {
        var reader = new Utf8JsonReader(_utf8[_next..], Options with { MaxDepth = Options.MaxDepth - _depth });
        reader.Read();
        if (skip)
        {
            reader.Skip();
        }

        End = _next += (int)reader.BytesConsumed;
        return reader.TokenType;
    }
}
