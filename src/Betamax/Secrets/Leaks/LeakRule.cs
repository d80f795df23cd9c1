using System.Text.RegularExpressions;

namespace Betamax;

/// <summary>
/// A rule of your own for the leak scan: a kind of secret that must not be saved. It is applied to every text of an
/// interaction, as it is, and decoded from base64, percent-encoding and JSON escapes. Bytes that are not UTF-8 are replaced
/// first.
/// </summary>
public sealed class LeakRule
{
    private readonly Func<string, int> _find;

    /// <summary>Creates a rule that looks for a secret with a function.</summary>
    /// <param name="name">The name, which a <see cref="SecretLeak"/> reports and <c>AllowedLeaks</c> can switch off.</param>
    /// <param name="find">
    /// Returns the position of the first secret in a text; a negative number if there is none. It may be called on several
    /// threads at once.
    /// </param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public LeakRule(string name, Func<string, int> find)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(find);
        Name = name;
        _find = find;
    }

    /// <summary>Creates a rule that looks for a secret with a regular expression.</summary>
    /// <param name="name">The name, which a <see cref="SecretLeak"/> reports and <c>AllowedLeaks</c> can switch off.</param>
    /// <param name="pattern">The expression that matches the secret.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public LeakRule(string name, Regex pattern)
        : this(name, text => pattern.Match(text) is { Success: true } match ? match.Index : -1) =>
        ArgumentNullException.ThrowIfNull(pattern);

    /// <summary>The name of the rule.</summary>
    public string Name { get; }

    /// <summary>The position of the first secret in a text; below 0 if there is none.</summary>
    internal int Find(string text) => _find(text);
}
