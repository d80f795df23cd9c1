using System.Globalization;
using Betamax.Formats;

namespace Betamax.Json;

/// <summary>Takes what a pen has written. It must not be kept: the pen goes on in the same place.</summary>
internal delegate void TakeWritten(ReadOnlySpan<byte> written);

/// <summary>
/// Writes JSON as Python's <c>json.dumps(…, ensure_ascii=False)</c> does, with an indent of two or on one line, into a
/// buffer that is emptied from time to time.
/// </summary>
/// <param name="indented">Whether each value has a line of its own.</param>
/// <param name="take">Where the buffer is emptied to.</param>
/// <param name="capacity">How much it holds at first.</param>
internal sealed class JsonPen(bool indented, TakeWritten take, int capacity = 1024)
{
    /// <summary>How much of a long text or of long bytes goes into the buffer at once.</summary>
    public const int ChunkSize = 24 * 1024;

    private const int PartSize = 1024;
    private const int MaxDigits = 11;

    private byte[] _buffer = new byte[capacity];
    private int _length;
    private int _depth;
    private bool _isFirst = true;
    private bool _isNamed;

    /// <summary>Empties the buffer.</summary>
    public void Flush()
    {
        take(_buffer.AsSpan(0, _length));
        _length = 0;
    }

    /// <summary>Empties the buffer where more should not be written before.</summary>
    public void FlushIfFull()
    {
        if (_length >= ChunkSize)
        {
            Flush();
        }
    }

    public void StartObject() => Start((byte)'{');

    public void EndObject() => End((byte)'}');

    public void StartArray() => Start((byte)'[');

    public void EndArray() => End((byte)']');

    public void Name(string name)
    {
        BeginName();
        Text(name);
        EndName();
    }

    public void Name(CassetteKey key)
    {
        Separate();
        Put(indented ? key.WrittenWithSpace : key.Written);
        _isNamed = true;
    }

    public void BeginName()
    {
        Separate();
        Put((byte)'"');
    }

    public void EndName()
    {
        Put(indented ? "\": "u8 : "\":"u8);
        _isNamed = true;
    }

    public void Value(string? text)
    {
        if (text is null)
        {
            Literal("null"u8);
            return;
        }

        BeginText();
        Text(text);
        EndText();
    }

    public void BeginText()
    {
        BeginValue();
        Put((byte)'"');
    }

    public void EndText() => Put((byte)'"');

    /// <summary>A number, a boolean or null.</summary>
    public void Literal(ReadOnlySpan<byte> literal)
    {
        BeginValue();
        Put(literal);
    }

    public void Number(int number)
    {
        BeginValue();
        number.TryFormat(Space(MaxDigits), out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>A part of a text in base64. Only the last part may have a length that is no multiple of 3.</summary>
    public void Base64(ReadOnlySpan<byte> bytes)
    {
        var space = Space(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length));
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, space, out _, out var written);
        _length += written;
    }

    /// <summary>A part of a text.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        if (text.Length <= PartSize && JsonEscape.TryCopy(text, Space(text.Length)))
        {
            _length += text.Length;
            return;
        }

        while (!text.IsEmpty)
        {
            // .NET's UTF-8 writes half of a surrogate pair as U+FFFD.
            var space = Space(Math.Min(3 * text.Length, PartSize));
            System.Text.Unicode.Utf8.FromUtf16(text, space, out var read, out var written);
            text = text[read..];
            if (JsonEscape.IndexIn(space[..written]) < 0)
            {
                _length += written;
            }
            else
            {
                Text([.. space[..written]]);
            }
        }
    }

    /// <summary>A part of a text, in UTF-8.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        while (JsonEscape.IndexIn(utf8) >= 0)
        {
            var part = utf8[..Math.Min(utf8.Length, PartSize)];
            _length += JsonEscape.Encode(part, Space(JsonEscape.MaxLength * part.Length));
            utf8 = utf8[part.Length..];
        }

        Put(utf8);
    }

    /// <summary>A part of a text, with its escapes.</summary>
    public void Escaped(ReadOnlySpan<byte> json) => Put(json);

    /// <summary>Begins a line with its number, whatever became of the line before.</summary>
    public void StartLine(int number)
    {
        (_length, _depth, _isFirst, _isNamed) = (0, 0, true, false);
        Number(number);
        Put((byte)' ');
    }

    /// <summary>The end of the line, behind the whole value.</summary>
    public void EndLine() => Put((byte)'\n');

    private void Start(byte bracket)
    {
        BeginValue();
        Put(bracket);
        _depth++;
        _isFirst = true;
    }

    private void End(byte bracket)
    {
        _depth--;
        if (!_isFirst)
        {
            Break();
        }

        _isFirst = false;
        Put(bracket);
    }

    private void BeginValue()
    {
        if (!_isNamed && _depth > 0)
        {
            Separate();
        }

        _isNamed = false;
    }

    private void Separate()
    {
        if (!_isFirst)
        {
            Put((byte)',');
        }

        _isFirst = false;
        Break();
    }

    private void Break()
    {
        if (indented)
        {
            Put((byte)'\n');
            Space(2 * _depth).Fill((byte)' ');
            _length += 2 * _depth;
        }
    }

    private void Put(byte single)
    {
        Space(1)[0] = single;
        _length++;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Space(bytes.Length));
        _length += bytes.Length;
    }

    private Span<byte> Space(int size)
    {
        if (_buffer.Length - _length < size)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + size));
        }

        return _buffer.AsSpan(_length, size);
    }
}
