namespace Betamax.Recording;

/// <summary>
/// Bytes that pass, kept in pieces so that a long body is not copied again and again as it grows. A server may answer
/// while the request is still being sent, so it may be read on one thread while another appends.
/// </summary>
/// <param name="expected">How many bytes are announced, if they are: then one piece will do.</param>
internal sealed class ByteLog(long? expected)
{
    private const int SmallestPiece = 4 * 1024;
    private const int LargestPiece = 1024 * 1024;

    private readonly object _lock = new();
    private readonly List<byte[]> _full = [];
    private byte[] _piece = [];
    private int _used;

    public long Length { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            Length += bytes.Length;
            while (!bytes.IsEmpty)
            {
                if (_used == _piece.Length)
                {
                    NextPiece();
                }

                var count = Math.Min(bytes.Length, _piece.Length - _used);
                bytes[..count].CopyTo(_piece.AsSpan(_used));
                bytes = bytes[count..];
                _used += count;
            }
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _full.Clear();
            _piece = [];
            _used = 0;
            Length = 0;
        }
    }

    /// <summary>All bytes so far, in one piece.</summary>
    public ReadOnlyMemory<byte> ToMemory()
    {
        lock (_lock)
        {
            if (_full.Count == 0)
            {
                return _piece.AsMemory(0, _used);
            }

            var all = GC.AllocateUninitializedArray<byte>(checked((int)Length));
            var rest = all.AsSpan();
            foreach (var piece in _full)
            {
                piece.CopyTo(rest);
                rest = rest[piece.Length..];
            }

            _piece.AsSpan(0, _used).CopyTo(rest);
            return all;
        }
    }

    private void NextPiece()
    {
        var isFirst = _piece.Length == 0;
        if (!isFirst)
        {
            _full.Add(_piece);
        }

        _piece = GC.AllocateUninitializedArray<byte>(isFirst && expected is > 0 and <= int.MaxValue / 2
            ? (int)expected
            : Math.Clamp(_piece.Length * 2, SmallestPiece, LargestPiece));
        _used = 0;
    }
}
