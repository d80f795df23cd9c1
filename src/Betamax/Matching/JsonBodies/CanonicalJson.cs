using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Betamax.Matching.JsonBodies;

/// <summary>
/// The one spelling that all equal JSON values share: marks, and texts behind their lengths. It is for comparing, and never
/// read.
/// </summary>
internal sealed class CanonicalJson(int capacity)
{
    private readonly List<Member> _members = [];
    private byte[] _bytes = new byte[capacity];
    private int _length;

    /// <summary>How many members are noted: those of the objects around this place, as far as they have come.</summary>
    public int Members => _members.Count;

    public void Mark(char mark)
    {
        Reserve(1)[0] = (byte)mark;
        _length++;
    }

    public void AddText(string text)
    {
        var length = Encoding.UTF8.GetBytes(text, Reserve(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length))[sizeof(int)..]);
        EndText(length);
    }

    /// <summary>Adds the string or the name at which the reader stands.</summary>
    /// <exception cref="InvalidOperationException">Its bytes or escapes are no Unicode.</exception>
    public void AddText(ref Utf8JsonReader reader) =>
        EndText(reader.CopyString(Reserve(sizeof(int) + reader.ValueSpan.Length)[sizeof(int)..]));

    /// <summary>Begins a member with the name at which the reader stands.</summary>
    public Member BeginMember(ref Utf8JsonReader reader)
    {
        var start = _length;
        AddText(ref reader);
        return new(start, _length, End: 0);
    }

    /// <summary>Ends a member behind its value.</summary>
    public void EndMember(Member member) => _members.Add(member with { End = _length });

    /// <summary>Ends an object: puts its members, those from the first on, in the order of their names. Of equal names the last counts.</summary>
    public void SortMembers(int first)
    {
        var members = CollectionsMarshal.AsSpan(_members)[first..];
        if (!AreSorted(members))
        {
            var start = members[0].Start;
            members.Sort((one, other) => CompareNames(one, other) is not 0 and var order ? order : one.Start - other.Start);
            WriteAgain(members, start);
        }

        _members.RemoveRange(first, members.Length);
    }

    /// <summary>The key: a hash, so that an index over large bodies stays small.</summary>
    public string ToKey() => "j" + Convert.ToHexString(SHA256.HashData(_bytes.AsSpan(0, _length)));

    private bool AreSorted(ReadOnlySpan<Member> members)
    {
        for (var i = 1; i < members.Length; i++)
        {
            if (CompareNames(members[i - 1], members[i]) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private void WriteAgain(ReadOnlySpan<Member> sorted, int start)
    {
        var again = new byte[_length - start];
        var length = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i + 1 == sorted.Length || CompareNames(sorted[i], sorted[i + 1]) != 0)
            {
                var member = _bytes.AsSpan(sorted[i].Start..sorted[i].End);
                member.CopyTo(again.AsSpan(length));
                length += member.Length;
            }
        }

        again.AsSpan(0, length).CopyTo(_bytes.AsSpan(start));
        _length = start + length;
    }

    private int CompareNames(Member one, Member other) => NameOf(one).SequenceCompareTo(NameOf(other));

    private ReadOnlySpan<byte> NameOf(Member member) => _bytes.AsSpan((member.Start + sizeof(int))..member.Value);

    private Span<byte> Reserve(int length)
    {
        if (_bytes.Length - _length < length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + length));
        }

        return _bytes.AsSpan(_length);
    }

    private void EndText(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_length), length);
        _length += sizeof(int) + length;
    }

    /// <summary>A member's name, behind its length, and its value: where they begin and end.</summary>
    internal readonly record struct Member(int Start, int Value, int End);
}
