using System.Text;
using Betamax.Cassettes;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>Reads one object: hands out the members that the format names, and keeps the others with their places.</summary>
internal struct MemberReader
{
    private string? _place;
    private List<UnknownMember>? _unknown;

    public readonly UnknownMembers Unknown => _unknown is null ? UnknownMembers.None : new(_unknown);

    /// <summary>Whether the member that was come to has this key.</summary>
    public bool IsAt(CassetteKey key, ref JsonCursor cursor)
    {
        if (!cursor.IsAt(key))
        {
            return false;
        }

        _place = key.Place;
        return true;
    }

    /// <summary>Keeps the member that was come to as one that the format does not name.</summary>
    public void Keep(ref JsonCursor cursor) => Keep(_place, cursor.Key(), UnknownValue.Read(cursor.Anything()));

    /// <summary>Keeps a text that nothing was made of under its own key.</summary>
    public void Keep(CassetteKey key, ReadOnlySpan<byte> text) => Keep(key.Place, key.Name, UnknownValue.OfText(text));

    /// <summary>Keeps the text, or null, of an optional member that nothing was made of.</summary>
    public void KeepOptional(CassetteKey key, string? text) =>
        Keep(_place, key.Name, text is null ? "null" : UnknownValue.OfText(Encoding.UTF8.GetBytes(text)));

    private void Keep(string? place, string name, string json) => (_unknown ??= []).Add(new(place, name, json));
}
