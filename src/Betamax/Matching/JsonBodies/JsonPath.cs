namespace Betamax.Matching.JsonBodies;

/// <summary>A path to values of a JSON document, as <see cref="JsonPathParser"/> reads it.</summary>
internal sealed record JsonPath(IReadOnlyList<JsonPathStep> Steps);

/// <summary>One step of a path: to a member or to an item, or to all of them if it has neither name nor index.</summary>
/// <param name="Name">The name of the member.</param>
/// <param name="Index">The index of the item. A negative one counts from the end.</param>
/// <param name="AtAnyDepth">Whether the step may start at any depth, as after <c>..</c>.</param>
internal readonly record struct JsonPathStep(string? Name, int? Index, bool AtAnyDepth)
{
    public bool LeadsTo(string name) => Index is null && (Name is null || Name == name);

    public bool LeadsTo(int index, int length) =>
        Name is null && (Index is null || Index == index || Index == index - length);
}
