using Betamax.Cassettes;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>
/// Reads the members of one object. It recognizes those that the format knows, and keeps the others with their places. Do not
/// copy this struct: it changes.
/// </summary>
internal struct MemberReader
{
    private string? _lastKnown;
    private List<UnknownMember>? _unknown;

    public readonly UnknownMembers Unknown => _unknown is null ? UnknownMembers.None : new(_unknown);

    /// <summary>Whether the current member has this key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="inPlaceOf">The key whose place the member takes, if it is not its own.</param>
    public bool Is(string key, ref JsonReader reader, string? inPlaceOf = null)
    {
        if (!reader.NameIs(key))
        {
            return false;
        }

        _lastKnown = inPlaceOf ?? key;
        return true;
    }

    /// <summary>Keeps the current member as one that the format does not know.</summary>
    public void Keep(ref JsonReader reader) => Keep(_lastKnown, reader.Name, UnknownValue.Normalize(reader.ReadRaw()));

    /// <summary>Keeps a text under a key that the format knows, after the member with that key.</summary>
    public void KeepText(string key, ReadOnlySpan<byte> utf8) => Keep(key, key, UnknownValue.FromText(utf8));

    private void Keep(string? after, string name, string json) => (_unknown ??= []).Add(new(after, name, json));
}
