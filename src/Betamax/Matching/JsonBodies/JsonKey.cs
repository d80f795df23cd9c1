using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Betamax.Matching.JsonBodies;

/// <summary>
/// Computes the key of a JSON body: a hash over a canonical form, which equal values share. In that form members are sorted,
/// and each text follows its length. The form is written while the body is read, without a tree of values.
/// </summary>
internal sealed class JsonKey
{
    private byte[] _buffer;
    private int _length;

    private JsonKey(int capacity) => _buffer = new byte[capacity];

    /// <summary>The key; <see langword="null"/> if the body is not JSON, as <see cref="JsonBody.Parse"/> decides.</summary>
    public static string? Compute(RecordedBody body, IgnoredPaths ignored)
    {
        try
        {
            var json = JsonBody.ToUtf8(body).Span;
            var reader = new Utf8JsonReader(json, new() { MaxDepth = JsonBody.MaxDepth });
            var key = new JsonKey(256 + (2 * json.Length));
            reader.Read();
            key.Write(ref reader, ignored);
            reader.Read(); // Throws if something follows the value.
            return "j" + Convert.ToHexString(SHA256.HashData(key._buffer.AsSpan(0, key._length)));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private void Write(ref Utf8JsonReader reader, IgnoredPaths ignored)
    {
        Reserve(1)[0] = (byte)reader.TokenType;
        _length++;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                WriteMembers(ref reader, ignored);
                break;
            case JsonTokenType.StartArray:
                WriteItems(ref reader, ignored);
                break;
            case JsonTokenType.String:
                WriteString(ref reader);
                break;
            case JsonTokenType.Number:
                var number = JsonNumber.Normalize(Encoding.ASCII.GetString(reader.ValueSpan));
                EndText(Encoding.ASCII.GetBytes(number, Reserve(sizeof(int) + number.Length)[sizeof(int)..]));
                break;
        }
    }

    private void WriteMembers(ref Utf8JsonReader reader, IgnoredPaths ignored)
    {
        var members = new List<Member>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if ((ignored.IsEmpty ? ignored : ignored.Descend(reader.GetString()!)) is { } below)
            {
                var start = _length;
                WriteString(ref reader);
                var nameEnd = _length;
                reader.Read();
                Write(ref reader, below);
                members.Add(new(start, nameEnd, _length));
            }
            else
            {
                reader.Skip();
            }
        }

        SortMembers(members);
        Reserve(1)[0] = (byte)JsonTokenType.EndObject;
        _length++;
    }

    private void WriteItems(ref Utf8JsonReader reader, IgnoredPaths ignored)
    {
        var length = ignored.IsEmpty ? 0 : CountItems(reader);
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (ignored.Descend(index, length) is { } below)
            {
                Write(ref reader, below);
            }
            else
            {
                reader.Skip();
            }
        }

        Reserve(1)[0] = (byte)JsonTokenType.EndArray;
        _length++;
    }

    private static int CountItems(Utf8JsonReader array)
    {
        var count = 0;
        for (; array.Read() && array.TokenType != JsonTokenType.EndArray; count++)
        {
            array.Skip();
        }

        return count;
    }

    /// <summary>Sorts the members of the last object by name. Of several with the same name, only the last is kept.</summary>
    private void SortMembers(List<Member> members)
    {
        var isSorted = true;
        for (var i = 1; i < members.Count && isSorted; i++)
        {
            isSorted = CompareNames(members[i - 1], members[i]) < 0;
        }

        if (isSorted)
        {
            return;
        }

        var start = members[0].Start;
        var written = _buffer.AsSpan(start, _length - start).ToArray();
        members.Sort((one, other) => CompareNames(one, other) is not 0 and var order ? order : one.Start - other.Start);
        var kept = members.Where((member, i) => i + 1 == members.Count || CompareNames(member, members[i + 1]) != 0).ToList();
        _length = start;
        foreach (var member in kept)
        {
            var bytes = written.AsSpan((member.Start - start)..(member.End - start));
            bytes.CopyTo(_buffer.AsSpan(_length));
            _length += bytes.Length;
        }
    }

    private int CompareNames(Member one, Member other) =>
        _buffer.AsSpan((one.Start + sizeof(int))..one.NameEnd).SequenceCompareTo(_buffer.AsSpan((other.Start + sizeof(int))..other.NameEnd));

    private void WriteString(ref Utf8JsonReader reader) =>
        EndText(reader.CopyString(Reserve(sizeof(int) + reader.ValueSpan.Length)[sizeof(int)..]));

    private void EndText(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_length), length);
        _length += sizeof(int) + length;
    }

    private Span<byte> Reserve(int length)
    {
        if (_buffer.Length - _length < length)
        {
            Array.Resize(ref _buffer, Math.Max(2 * _buffer.Length, _length + length));
        }

        return _buffer.AsSpan(_length);
    }

    /// <summary>A member in the buffer: where its name begins and ends, and where its value ends.</summary>
    private readonly record struct Member(int Start, int NameEnd, int End);
}
