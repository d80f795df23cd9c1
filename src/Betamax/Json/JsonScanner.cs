using System.Buffers;
using System.Text.Json;

namespace Betamax.Json;

/// <summary>
/// Goes through JSON from token to token. Brackets, white space and texts are passed here, many bytes at a time; numbers,
/// literals, escapes of the form <c>\u0000</c> and what is skipped are left to <see cref="Utf8JsonReader"/>. Both take the same
/// for JSON.
/// </summary>
/// <param name="window">The document: valid UTF-8.</param>
internal ref struct JsonScanner(JsonWindow window)
{
    /// <summary>Deeper than any cassette, and what Python still reads.</summary>
    public static readonly JsonReaderOptions Options = new() { MaxDepth = 500 };

    private JsonWindow _window = window;
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

    /// <summary>What is at hand of the document.</summary>
    public readonly JsonWindow Window => _window;

    /// <summary>The token as it is written.</summary>
    public readonly ReadOnlySpan<byte> Token => _window.Bytes[Start..End];

    /// <summary>A text or name as it is written, without its quotes.</summary>
    public readonly ReadOnlySpan<byte> Text => _window.Bytes[(Start + 1)..(End - 1)];

    /// <summary>Whether the value that comes is a text.</summary>
    public bool ComesText() => _window.Peek() == '"';

    /// <summary>Goes to the next name in the object; <see langword="false"/> at its end.</summary>
    public bool NextName()
    {
        if (IsAtEnd((byte)'}', JsonTokenType.EndObject))
        {
            return false;
        }

        PassText();
        Kind = JsonTokenType.PropertyName;
        _window.Pass((byte)':');
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
        switch (_window.Peek())
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
                Start = _window.Next;
                Kind = PassOne(skip: false);
                break;
        }
    }

    /// <summary>
    /// Goes behind the text that comes, and keeps what it says; <see langword="false"/> where it has half of a character. Of a
    /// document that is still being read it is let go at once, so that a long text is never there twice.
    /// </summary>
    public bool DecodeText(KeptBytes kept)
    {
        _window.Pass((byte)'"');
        var start = _window.Next - 1;
        OperationStatus status;
        do
        {
            status = JsonUnescape.Decode(_window.Coming, kept.Room, out var read, out var length);
            _window.Next += read;
            kept.Add(length);
            if (status == OperationStatus.DestinationTooSmall)
            {
                kept.MakeRoom(_window.Rest);
            }
        }
        while (status == OperationStatus.DestinationTooSmall || (status == OperationStatus.NeedMoreData && ReadOn()));

        if (status == OperationStatus.Done)
        {
            (Kind, Start, End) = (JsonTokenType.String, start, ++_window.Next);
            return true;
        }

        if (!_window.IsWhole)
        {
            throw new JsonException();
        }

        _window.Next = start;
        ReadValue();
        return false;
    }

    /// <summary>Goes behind an object that comes in the same writing as one that was passed before.</summary>
    public bool PassesObject(ReadOnlySpan<byte> written)
    {
        if (_window.Peek() != '{' || !_window.Coming.StartsWith(written))
        {
            return false;
        }

        (Kind, Start, End) = (JsonTokenType.EndObject, _window.Next, _window.Next += written.Length);
        return true;
    }

    /// <summary>Lets go of what was passed. What <see cref="Start"/> and <see cref="End"/> are is not known until the next token.</summary>
    public void Release() => _window.Release();

    /// <summary>Goes behind the object or array that was entered.</summary>
    public void Skip()
    {
        if (Kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _window.Next = Start;
            _depth--;
            Kind = PassOne(skip: true);
        }
    }

    /// <summary>Nothing may stand behind the document.</summary>
    public void EndDocument()
    {
        if (_window.Peek() != 0 || !_window.Coming.IsEmpty)
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

    private bool ReadOn()
    {
        _window.Release();
        return _window.Read();
    }

    private bool IsAtEnd(byte bracket, JsonTokenType kind)
    {
        if (_window.Peek() == bracket)
        {
            PassBracket(kind);
            _depth--;
            return true;
        }

        if (Kind is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            _window.Pass((byte)',');
        }

        return false;
    }

    private void PassBracket(JsonTokenType kind)
    {
        Start = _window.Next;
        End = ++_window.Next;
        Kind = kind;
    }

    private void PassText()
    {
        _window.Pass((byte)'"');
        Start = _window.Next - 1;
        int length;
        do
        {
            length = JsonText.EndIn(_window.Coming, out var isEscaped, out var hasCodeUnits);
            (IsEscaped, HasCodeUnits) = (isEscaped, hasCodeUnits);
        }
        while (length < 0 && _window.Read());

        if (length < 0 || _window.Coming[length] != '"')
        {
            throw new JsonException();
        }

        End = _window.Next += length + 1;
        if (HasCodeUnits)
        {
            Reader();
        }
    }

    /// <summary>Passes one token, or one whole value, with the standard reader.</summary>
    private JsonTokenType PassOne(bool skip)
    {
        var state = new JsonReaderState(Options with { MaxDepth = Options.MaxDepth - _depth });
        while (true)
        {
            var reader = new Utf8JsonReader(_window.Coming, _window.IsLast, state);
            if (reader.Read() && (!skip || reader.TrySkip()))
            {
                End = _window.Next += (int)reader.BytesConsumed;
                return reader.TokenType;
            }

            _window.Read();
        }
    }
}
