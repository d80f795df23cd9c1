namespace Betamax.Cassettes;

/// <summary>
/// Bytes that are decoded in place when they are first wanted: of a long cassette a test may play only a part. Safe for several
/// threads.
/// </summary>
/// <param name="bytes">The bytes before decoding. They are overwritten.</param>
/// <param name="decodeInPlace">Decodes them and returns their new length. It must not fail.</param>
internal sealed class LazyBytes(Memory<byte> bytes, Func<Memory<byte>, int> decodeInPlace)
{
    private Memory<byte> _bytes = bytes;
    private Func<Memory<byte>, int>? _decodeInPlace = decodeInPlace;

    public ReadOnlyMemory<byte> Value
    {
        get
        {
            if (Volatile.Read(ref _decodeInPlace) is not null)
            {
                Decode();
            }

            return _bytes;
        }
    }

    private void Decode()
    {
        lock (this)
        {
            if (_decodeInPlace is not null)
            {
                _bytes = _bytes[.._decodeInPlace(_bytes)];
                Volatile.Write(ref _decodeInPlace, null);
            }
        }
    }
}
