namespace Betamax.Secrets;

/// <summary>Names of fields that hold secrets. <c>access_token</c>, <c>accessToken</c> and <c>Access-Token</c> are one name.</summary>
internal sealed class SecretNames
{
    private readonly HashSet<string> _names;

    public SecretNames(IEnumerable<string> names) => _names = [.. names.Select(Plain)];

    public bool Contains(string name) => _names.Contains(Plain(name));

    public SecretNames With(IEnumerable<string> names) => new(_names.Concat(names));

    public SecretNames Without(IEnumerable<string> names) => new(_names.Except(names.Select(Plain)));

    private static string Plain(string name) =>
        name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
