using System.Buffers;

namespace Betamax.Secrets.Redactions;

/// <summary>A text and what is redacted in it, from front to back; the very same memory where nothing is.</summary>
internal ref struct RedactedBytes(ReadOnlyMemory<byte> original)
{
    private readonly ReadOnlyMemory<byte> _original = original;
    private ArrayBufferWriter<byte>? _written;
    private int _copied;

    public static ReadOnlySpan<byte> Mark => "<REDACTED>"u8;

    public readonly ReadOnlySpan<byte> Text => _original.Span;

    public void Replace(int start, int end, scoped ReadOnlySpan<byte> replacement)
    {
        _written ??= new(_original.Length + Mark.Length);
        _written.Write(Text[_copied..start]);
        _written.Write(replacement);
        _copied = end;
    }

    public readonly ReadOnlyMemory<byte> End()
    {
        if (_written is null)
        {
            return _original;
        }

        _written.Write(Text[_copied..]);
        return _written.WrittenMemory;
    }
}
