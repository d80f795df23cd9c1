using System.Buffers.Text;
using System.Text.Json;

namespace Betamax.Json;

/// <summary>
/// The bytes that stay of a document, one piece behind the other in large arrays, which the garbage collector does not move. A
/// piece is made in its place, and its length need not be known before.
/// </summary>
internal sealed class KeptBytes
{
    private const int ArrayLength = 128 * 1024;

    /// <summary>A piece that is longer than that, and is not at its end, gets room for all that may come: it is copied no more.</summary>
    private const int LongPiece = 1024 * 1024;

    private byte[] _array = [];
    private int _start;
    private int _end;

    /// <summary>The room behind the piece that is being made.</summary>
    public Span<byte> Room => _array.AsSpan(_end);

    /// <summary>The piece that is being made.</summary>
    public Span<byte> Piece => _array.AsSpan(_start, _end - _start);

    /// <summary>Has the piece end so many bytes behind where it ended.</summary>
    public void Add(int count) => _end += count;

    /// <summary>Makes more room, in another array.</summary>
    /// <param name="rest">How many bytes may come at most, as far as is known. So small a document has a small array.</param>
    /// <param name="least">How many must have room.</param>
    /// <exception cref="JsonException">No array is as long.</exception>
    public void MakeRoom(long rest, int least = 1)
    {
        var piece = Piece;
        var length = piece.Length + Math.Max(rest, piece.Length);
        if (piece.Length < LongPiece)
        {
            length = Math.Min(length, Math.Max(ArrayLength, 4 * piece.Length));
        }

        length = Math.Min(Math.Max(length, (long)piece.Length + least), Array.MaxLength);
        if (length - piece.Length < least)
        {
            throw new JsonException();
        }

        var array = GC.AllocateUninitializedArray<byte>((int)length);
        piece.CopyTo(array);
        (_array, _start, _end) = (array, 0, piece.Length);
    }

    /// <summary>Adds the bytes whose base64 this is; <see langword="false"/> where it is none.</summary>
    public bool AddBase64(ReadOnlySpan<byte> text, long rest)
    {
        if (!Base64.IsValid(text, out var length))
        {
            return false;
        }

        if (Room.Length < length)
        {
            MakeRoom(rest, length);
        }

        _ = Base64.DecodeFromUtf8(text, Room, out _, out length);
        Add(length);
        return true;
    }

    /// <summary>Has the piece be the bytes whose base64 it is. However long it is, there is no other array.</summary>
    public bool DecodeBase64()
    {
        if (!Base64.IsValid(Piece))
        {
            return false;
        }

        _ = Base64.DecodeFromUtf8InPlace(Piece, out var length);
        _end = _start + length;
        return true;
    }

    /// <summary>Ends the piece.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        var piece = _array.AsMemory(_start, _end - _start);
        _start = _end;
        return piece;
    }

    /// <summary>Keeps a copy.</summary>
    /// <param name="bytes">What is kept.</param>
    /// <param name="rest">As for <see cref="MakeRoom"/>.</param>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> bytes, long rest)
    {
        if (Room.Length < bytes.Length)
        {
            MakeRoom(rest, bytes.Length);
        }

        bytes.CopyTo(Room);
        Add(bytes.Length);
        return Take();
    }
}
