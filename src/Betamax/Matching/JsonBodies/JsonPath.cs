namespace Betamax.Matching.JsonBodies;

/// <summary>A path to places in a JSON document, as <see cref="JsonPathParser"/> reads it.</summary>
internal sealed record JsonPath(IReadOnlyList<JsonPathStep> Steps);

/// <summary>One step of a path: to a member, to an item, or (where it names neither) to any of them.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Index">The item's index; counted from the end where it is below 0.</param>
/// <param name="AtAnyDepth">Whether it may also be taken further down, as <c>..</c> says.</param>
internal readonly record struct JsonPathStep(string? Name, int? Index, bool AtAnyDepth)
{
    public bool LeadsTo(string name) => Index is null && (Name is null || Name == name);

    public bool LeadsTo(int index, int length) =>
        Name is null && (Index is null || Index == index || Index == index - length);
}
