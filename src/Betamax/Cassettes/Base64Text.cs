using System.Buffers.Text;

namespace Betamax.Cassettes;

/// <summary>
/// Base64 that is decoded when somebody wants to have it, and in its own place: a tape of large bodies is so no larger in
/// memory than on the disk, and what is not played costs nothing.
/// </summary>
/// <param name="text">Valid base64 in ASCII. It belongs to this object alone.</param>
internal sealed class Base64Text(Memory<byte> text)
{
    private readonly object _lock = new();
    private ReadOnlyMemory<byte> _bytes;
    private volatile bool _isDecoded;

    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            if (!_isDecoded)
            {
                Decode();
            }

            return _bytes;
        }
    }

    private void Decode()
    {
        lock (_lock)
        {
            if (!_isDecoded)
            {
                _ = Base64.DecodeFromUtf8InPlace(text.Span, out var length);
                _bytes = text[..length];
                _isDecoded = true;
            }
        }
    }
}
