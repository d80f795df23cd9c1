using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Unicode;

namespace Betamax.Json;

/// <summary>Takes bytes that were written. They are only valid during the call.</summary>
internal delegate void WriteBytes(ReadOnlySpan<byte> bytes);

/// <summary>
/// Writes JSON as Python's <c>json.dumps(…, ensure_ascii=False)</c> does: only quotes, backslashes and control characters are
/// escaped. <see cref="System.Text.Json.Utf8JsonWriter"/> escapes more, with every encoder.
/// </summary>
/// <param name="write">Where the bytes go, whenever the buffer is full and when it is flushed.</param>
/// <param name="indented">Whether each value is on its own line, indented by two spaces. If not, there is no white space.</param>
internal sealed class JsonTextWriter(WriteBytes write, bool indented)
{
    /// <summary>The most bytes that are written at once.</summary>
    public const int BufferSize = 32 * 1024;

    // A multiple of 3, so that base64 is padded only at the end.
    private const int PartLength = 3 * 1024;
    private const int MaxEscapeLength = 6;
    private const int MaxNumberLength = 20;

    private static readonly SearchValues<byte> MustBeEscaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private readonly byte[] _buffer = new byte[BufferSize];
    private int _length;
    private int _depth;
    private bool _isFirst = true;
    private bool _followsName;

    /// <summary>Writes the content of the buffer.</summary>
    public void Flush()
    {
        write(_buffer.AsSpan(0, _length));
        _length = 0;
    }

    /// <summary>Clears the buffer and begins a new document.</summary>
    public void Reset() => (_length, _depth, _isFirst, _followsName) = (0, 0, true, false);

    public void WriteStartObject() => WriteStart((byte)'{');

    public void WriteEndObject() => WriteEnd((byte)'}');

    public void WriteStartArray() => WriteStart((byte)'[');

    public void WriteEndArray() => WriteEnd((byte)']');

    /// <summary>Writes the name of a member. Its value must follow.</summary>
    public void WriteName(string name)
    {
        BeginItem();
        Append((byte)'"');
        AppendEscaped(name);
        EndName();
    }

    /// <summary>Writes a name that has its escapes already.</summary>
    public void WriteEscapedName(ReadOnlySpan<byte> name)
    {
        BeginItem();
        Append((byte)'"');
        Append(name);
        EndName();
    }

    /// <summary>Writes a string. Half of a surrogate pair becomes U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> text)
    {
        BeginValue();
        Append((byte)'"');
        AppendEscaped(text);
        Append((byte)'"');
    }

    /// <summary>Writes a string; JSON's null for <see langword="null"/>.</summary>
    public void WriteString(string? text)
    {
        if (text is null)
        {
            WriteLiteral("null"u8);
        }
        else
        {
            WriteString(text.AsSpan());
        }
    }

    public void WriteString(ReadOnlySpan<byte> utf8)
    {
        BeginValue();
        Append((byte)'"');
        AppendEscaped(utf8);
        Append((byte)'"');
    }

    /// <summary>Writes a string that has its escapes already.</summary>
    public void WriteEscapedString(ReadOnlySpan<byte> text)
    {
        BeginValue();
        Append((byte)'"');
        Append(text);
        Append((byte)'"');
    }

    /// <summary>Writes bytes as a string of base64.</summary>
    public void WriteBase64String(ReadOnlySpan<byte> bytes)
    {
        BeginValue();
        Append((byte)'"');
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, PartLength)];
            Base64.EncodeToUtf8(part, GetSpace(Base64.GetMaxEncodedToUtf8Length(part.Length)), out _, out var written);
            _length += written;
            bytes = bytes[part.Length..];
        }

        Append((byte)'"');
    }

    public void WriteNumber(long number)
    {
        BeginValue();
        AppendNumber(number);
    }

    /// <summary>Writes a number, a boolean or null as it is given.</summary>
    public void WriteLiteral(ReadOnlySpan<byte> literal)
    {
        BeginValue();
        Append(literal);
    }

    /// <summary>Appends bytes outside of any value, such as a line end.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, PartLength)];
            part.CopyTo(GetSpace(part.Length));
            _length += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    /// <summary>Appends a number outside of any value.</summary>
    public void AppendNumber(long number)
    {
        number.TryFormat(GetSpace(MaxNumberLength), out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
    }

    private void Append(byte single)
    {
        GetSpace(1)[0] = single;
        _length++;
    }

    private void AppendEscaped(ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[3 * 256];
        while (!text.IsEmpty)
        {
            // Unless the text ends here, a surrogate pair is not cut in two.
            var part = text[..Math.Min(text.Length, 256)];
            Utf8.FromUtf16(part, utf8, out var read, out var written, isFinalBlock: part.Length == text.Length);
            AppendEscaped(utf8[..written]);
            text = text[read..];
        }
    }

    private void AppendEscaped(ReadOnlySpan<byte> utf8)
    {
        while (utf8.IndexOfAny(MustBeEscaped) is >= 0 and var index)
        {
            Append(utf8[..index]);
            AppendEscape(utf8[index]);
            utf8 = utf8[(index + 1)..];
        }

        Append(utf8);
    }

    private void AppendEscape(byte escaped)
    {
        var target = GetSpace(MaxEscapeLength);
        target[0] = (byte)'\\';
        target[1] = escaped switch
        {
            (byte)'"' or (byte)'\\' => escaped,
            (byte)'\b' => (byte)'b',
            (byte)'\f' => (byte)'f',
            (byte)'\n' => (byte)'n',
            (byte)'\r' => (byte)'r',
            (byte)'\t' => (byte)'t',
            _ => (byte)'u',
        };
        _length += 2;
        if (target[1] == 'u')
        {
            escaped.TryFormat(target[2..], out var digits, "x4", CultureInfo.InvariantCulture);
            _length += digits;
        }
    }

    private void WriteStart(byte bracket)
    {
        BeginValue();
        Append(bracket);
        _depth++;
        _isFirst = true;
    }

    private void WriteEnd(byte bracket)
    {
        _depth--;
        if (!_isFirst)
        {
            AppendLineBreak();
        }

        _isFirst = false;
        Append(bracket);
    }

    private void EndName()
    {
        Append(indented ? "\": "u8 : "\":"u8);
        _followsName = true;
    }

    private void BeginValue()
    {
        if (!_followsName && _depth > 0)
        {
            BeginItem();
        }

        _followsName = false;
    }

    private void BeginItem()
    {
        if (!_isFirst)
        {
            Append((byte)',');
        }

        _isFirst = false;
        AppendLineBreak();
    }

    private void AppendLineBreak()
    {
        if (indented)
        {
            Append((byte)'\n');
            GetSpace(2 * _depth)[..(2 * _depth)].Fill((byte)' ');
            _length += 2 * _depth;
        }
    }

    /// <summary>The free end of the buffer. The buffer is flushed first if less than this length is free.</summary>
    private Span<byte> GetSpace(int length)
    {
        if (_buffer.Length - _length < length)
        {
            Flush();
        }

        return _buffer.AsSpan(_length);
    }
}
