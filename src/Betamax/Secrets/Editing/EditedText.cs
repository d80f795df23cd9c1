using System.Buffers;

namespace Betamax.Secrets.Editing;

/// <summary>
/// A text in which pieces are replaced, from front to back. Without a replacement, the result is the same memory.
/// </summary>
internal ref struct EditedText(ReadOnlyMemory<byte> original)
{
    private readonly ReadOnlyMemory<byte> _original = original;
    private ArrayBufferWriter<byte>? _edited;
    private int _copied;

    /// <summary>Replaces the bytes between two places of the original text.</summary>
    public void Replace(int start, int end, scoped ReadOnlySpan<byte> replacement)
    {
        _edited ??= new(_original.Length + replacement.Length);
        _edited.Write(_original.Span[_copied..start]);
        _edited.Write(replacement);
        _copied = end;
    }

    /// <summary>The text with all replacements.</summary>
    public readonly ReadOnlyMemory<byte> ToMemory()
    {
        if (_edited is null)
        {
            return _original;
        }

        _edited.Write(_original.Span[_copied..]);
        return _edited.WrittenMemory;
    }
}
