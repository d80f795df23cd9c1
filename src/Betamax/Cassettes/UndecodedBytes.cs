namespace Betamax.Cassettes;

/// <summary>
/// A body as it is written on the cassette, decoded when somebody wants to have it and in its own place: a tape of large
/// bodies is so no larger in memory than on the disk, and what is not played costs nothing.
/// </summary>
/// <param name="written">What is written, known to be valid. It belongs to this object alone.</param>
/// <param name="decodeInPlace">Decodes it; the result is the length of the bytes, which is never more.</param>
internal sealed class UndecodedBytes(Memory<byte> written, DecodeInPlace decodeInPlace)
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

    /// <summary>The bytes, apart from what is written: that may be read again, to tell where something stands in it.</summary>
    public ReadOnlyMemory<byte> Copy()
    {
        lock (_lock)
        {
            var copy = _isDecoded ? _bytes.ToArray() : written.ToArray();
            return _isDecoded ? copy : copy.AsMemory(0, decodeInPlace(copy));
        }
    }

    private void Decode()
    {
        lock (_lock)
        {
            if (!_isDecoded)
            {
                _bytes = written[..decodeInPlace(written.Span)];
                _isDecoded = true;
            }
        }
    }
}

/// <summary>Decodes what is written, and says how long the bytes are.</summary>
internal delegate int DecodeInPlace(Span<byte> written);
