using Betamax.Cassettes;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>Writes one object: the members that the format names, and between them the others where they stood.</summary>
internal struct MemberWriter
{
    private readonly JsonPen _pen;
    private readonly UnknownMembers _unknown;
    private string? _place;

    /// <summary>Begins the object.</summary>
    public MemberWriter(JsonPen pen, UnknownMembers unknown)
    {
        _pen = pen;
        _unknown = unknown;
        _pen.StartObject();
    }

    /// <summary>Writes the key; its value comes next.</summary>
    public void Key(CassetteKey key)
    {
        WriteUnknown();
        _place = key.Place;
        _pen.Name(key);
    }

    /// <summary>Writes the key of a member that may be missing, so that no unknown one has its place behind it.</summary>
    public readonly void OptionalKey(CassetteKey key) => _pen.Name(key);

    /// <summary>Ends the object.</summary>
    public readonly void End()
    {
        WriteUnknown();
        _pen.EndObject();
    }

    private readonly void WriteUnknown()
    {
        if (_unknown.IsEmpty)
        {
            return;
        }

        foreach (var member in _unknown.All)
        {
            if (member.After == _place)
            {
                _pen.Name(member.Name);
                UnknownValue.Write(_pen, member.Json);
            }
        }
    }
}
