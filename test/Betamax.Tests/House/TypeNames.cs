namespace Betamax.Tests.House;

/// <summary>What the tokens of a source file say about types, as far as that can be known without a compiler.</summary>
internal static class TypeNames
{
    /// <summary>Words that can stand before the name of a type.</summary>
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "and", "as", "async", "await", "base", "case", "class", "const", "else", "enum", "event", "explicit",
        "extern", "file", "foreach", "implicit", "in", "init", "interface", "internal", "is", "new", "not", "operator", "or",
        "out", "override", "params", "partial", "private", "protected", "public", "readonly", "record", "ref", "required",
        "return", "scoped", "sealed", "static", "struct", "switch", "throw", "unsafe", "using", "virtual", "volatile", "when",
        "where", "yield",
    ];

    /// <summary>The types that a file declares. Nested ones are left out: who names them names the outer one.</summary>
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

    /// <summary>The namespace that a file opens; empty where it opens none.</summary>
    public static string NamespaceOf(IReadOnlyList<string> tokens) =>
        string.Concat(tokens.SkipWhile(token => token != "namespace").Skip(1).TakeWhile(token => token is not (";" or "{")));

    /// <summary>What stands behind <c>Betamax.</c>, in a using or in a full name.</summary>
    public static IEnumerable<string> RoomsNamedBy(IReadOnlyList<string> tokens) =>
        from index in Enumerable.Range(2, Math.Max(0, tokens.Count - 2))
        where tokens[index - 1] == "." && tokens[index - 2] == "Betamax" && (index < 3 || tokens[index - 3] != "namespace")
        select tokens[index];

    /// <summary>
    /// The words that may be names of types. Left out is what can only be a member: the word after a dot, the name that a
    /// declaration gives (<c>Tape Journal { get; }</c>), an assigned or named one (<c>Journal = tape</c>, <c>Journal: tape</c>).
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

    /// <summary>Whether a word between these two is the name that a declaration gives to a member, field or parameter.</summary>
    private static bool IsDeclared(string before, string after) =>
        (IsName(before) || before is ">" or "]" or "?") && after is "{" or "=>" or ";" or "(" or "," or ")";

    private static bool IsName(string token) =>
        token is [var first, ..] && (char.IsLetter(first) || first == '_') && !Keywords.Contains(token);
}
