namespace Betamax.Matching;

/// <summary>What the matchers with keys see in a request.</summary>
/// <param name="last">The key of the last of them: mostly that which tells the most recordings apart.</param>
/// <param name="others">The keys of those before it, joined.</param>
internal readonly struct MatchKey(string last, string others) : IEquatable<MatchKey>
{
    private readonly string _last = last;
    private readonly string _others = others;

    public bool Equals(MatchKey other) =>
        string.Equals(_last, other._last, StringComparison.Ordinal) && string.Equals(_others, other._others, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is MatchKey other && Equals(other);

    public override int GetHashCode() =>
        (31 * _others.GetHashCode(StringComparison.Ordinal)) + _last.GetHashCode(StringComparison.Ordinal);
}
