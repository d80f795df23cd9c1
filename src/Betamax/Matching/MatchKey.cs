namespace Betamax.Matching;

/// <summary>What the matchers with keys see in a request: one key of each.</summary>
internal readonly struct MatchKey(string[] keys) : IEquatable<MatchKey>
{
    private readonly string[] _keys = keys;

    public bool Equals(MatchKey other) => _keys.AsSpan().SequenceEqual(other._keys);

    public override bool Equals(object? obj) => obj is MatchKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var key in _keys)
        {
            hash = (31 * hash) + key.GetHashCode(StringComparison.Ordinal);
        }

        return hash;
    }
}
