namespace Betamax.Tests.House;

/// <summary>Finds type names in the tokens of a source file, as far as that is possible without a compiler.</summary>
internal static class TypeNames
{
    /// <summary>Words that can precede the name of a type.</summary>
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "and", "as", "async", "await", "base", "case", "class", "const", "else", "enum", "event", "explicit",
        "extern", "file", "foreach", "implicit", "in", "init", "interface", "internal", "is", "new", "not", "operator", "or",
        "out", "override", "params", "partial", "private", "protected", "public", "readonly", "record", "ref", "required",
        "return", "scoped", "sealed", "static", "struct", "switch", "throw", "unsafe", "using", "virtual", "volatile", "when",
        "where", "yield",
    ];

    /// <summary>Gets the types that a file declares. Nested types are omitted, because a use of them names the outer type.</summary>
    public static IEnumerable<string> DeclaredBy(IReadOnlyList<string> tokens)
    {
        var depth = 0;
        for (var index = 0; index < tokens.Count - 1; index++)
        {
            depth += tokens[index] switch { "{" => 1, "}" => -1, _ => 0 };
            var next = tokens[index + 1];
            if (depth == 0 && tokens[index] is "class" or "struct" or "interface" or "enum" or "record" && IsName(next))
            {
                yield return next;
            }
        }
    }

    /// <summary>Gets the namespace of a file; empty if there is none.</summary>
    public static string NamespaceOf(IReadOnlyList<string> tokens) =>
        string.Concat(tokens.SkipWhile(token => token != "namespace").Skip(1).TakeWhile(token => token is not (";" or "{")));

    /// <summary>Gets the words after <c>Betamax.</c>, in a using directive or a qualified name.</summary>
    public static IEnumerable<string> RoomsNamedBy(IReadOnlyList<string> tokens) =>
        from index in Enumerable.Range(2, Math.Max(0, tokens.Count - 2))
        where tokens[index - 1] == "." && tokens[index - 2] == "Betamax" && (index < 3 || tokens[index - 3] != "namespace")
        select tokens[index];

    /// <summary>
    /// Gets the words that can be type names. Words that can only be members are omitted: a word after a dot, a declared name
    /// (<c>Tape Journal { get; }</c>), and an assigned or named one (<c>Journal = tape</c>, <c>Journal: tape</c>).
    /// </summary>
    public static IEnumerable<string> UsedBy(IReadOnlyList<string> tokens)
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            var before = index > 0 ? tokens[index - 1] : "";
            var after = index < tokens.Count - 1 ? tokens[index + 1] : "";
            if (IsName(tokens[index])
                && before != "."
                && !IsDeclared(before, after)
                && after != "="
                && !(after == ":" && before is "(" or "," or "{"))
            {
                yield return tokens[index];
            }
        }
    }

    /// <summary>Whether a word between these two is the declared name of a member, field or parameter.</summary>
    private static bool IsDeclared(string before, string after) =>
        (IsName(before) || before is ">" or "]" or "?") && after is "{" or "=>" or ";" or "(" or "," or ")";

    private static bool IsName(string token) =>
        token is [var first, ..] && (char.IsLetter(first) || first == '_') && !Keywords.Contains(token);
}
