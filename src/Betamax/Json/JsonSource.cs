using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Betamax.Json;

/// <summary>
/// A document that is read a block at a time and is never in memory as a whole: a window on what has been read and is not let
/// go yet. All of the window is valid UTF-8.
/// </summary>
internal sealed class JsonSource : IDisposable
{
    // Small enough for the processor's cache, so that what is kept of a block is copied out of that and not out of memory.
    private const int BlockLength = 128 * 1024;

    private readonly Stream _stream;
    private readonly long _length;
    private byte[] _buffer;
    private long _read;
    private int _start;
    private int _end;
    private int _cut;

    /// <param name="stream">The document, up to its end. It stays open.</param>
    public JsonSource(Stream stream)
    {
        _stream = stream;
        _length = stream.CanSeek ? stream.Length : 0;
        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(_length + 1, 1, BlockLength));
    }

    public ReadOnlySpan<byte> Window => _buffer.AsSpan(_start, _end - _start);

    /// <summary>How many bytes are still to be read, by what the stream said of its length.</summary>
    public long Remaining => Math.Max(0, _length - _read);

    /// <summary>Whether there is nothing behind the window.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Lets the first bytes of the window go.</summary>
    public void Release(int count) => _start += count;

    /// <summary>Reads on, so that there is more at the end of the window; <see langword="false"/> where there is no more.</summary>
    /// <exception cref="JsonException">It is not UTF-8.</exception>
    public bool Read()
    {
        var end = _end;
        while (_end == end && !IsAtEnd)
        {
            MakeRoom();
            end = _end;
            var read = _stream.Read(_buffer.AsSpan(_end + _cut));
            _read += read;
            IsAtEnd = read == 0 || _read == _length;
            TakeIn(_cut + read);
        }

        return _end > end;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        (_start, _end) = (0, 0);
    }

    /// <summary>Takes the bytes behind the window into it; a character that is cut waits for its end.</summary>
    private void TakeIn(int count)
    {
        var added = _buffer.AsSpan(_end, count);
        _cut = Rune.DecodeLastFromUtf8(added, out _, out var part) == OperationStatus.NeedMoreData ? part : 0;
        if (!Utf8.IsValid(added[..^_cut]) || (IsAtEnd && _cut > 0))
        {
            throw new JsonException();
        }

        _end += count - _cut;
    }

    private void MakeRoom()
    {
        var wanted = _buffer.AsSpan(_start, _end + _cut - _start);
        var buffer = wanted.Length < _buffer.Length ? _buffer : ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _buffer.Length, Array.MaxLength));
        wanted.CopyTo(buffer);
        (_start, _end) = (0, _end - _start);
        if (buffer != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = buffer;
        }
    }
}
