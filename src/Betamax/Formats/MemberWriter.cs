using Betamax.Cassettes;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>
/// Writes the members of one object: those that the format knows, and the others after the known ones that they followed.
/// </summary>
internal ref struct MemberWriter
{
    private readonly JsonTextWriter _writer;
    private readonly UnknownMembers _unknown;
    private string? _lastKnown;

    /// <summary>Starts the object.</summary>
    public MemberWriter(JsonTextWriter writer, UnknownMembers unknown)
    {
        _writer = writer;
        _unknown = unknown;
        writer.WriteStartObject();
    }

    /// <summary>Writes a key. Its value must follow.</summary>
    /// <param name="key">The key.</param>
    /// <param name="inPlaceOf">The key whose place the member takes, if it is not its own.</param>
    public void WriteKey(string key, string? inPlaceOf = null)
    {
        WriteUnknown();
        _lastKnown = inPlaceOf ?? key;
        _writer.WriteName(key);
    }

    /// <summary>Writes a key that may be missing, so no unknown member is kept after it.</summary>
    public readonly void WriteOptionalKey(string key) => _writer.WriteName(key);

    /// <summary>Ends the object.</summary>
    public readonly void End()
    {
        WriteUnknown();
        _writer.WriteEndObject();
    }

    private readonly void WriteUnknown()
    {
        foreach (var member in _unknown.All)
        {
            if (member.After == _lastKnown)
            {
                _writer.WriteName(member.Name);
                UnknownValue.Write(_writer, member.Json);
            }
        }
    }
}
