namespace Betamax.Matching.JsonBodies;

/// <summary>
/// The paths that a matcher ignores, as seen from one value of a document. A reader descends with the value, so all paths are
/// followed in one pass. Immutable.
/// </summary>
internal sealed class IgnoredPaths
{
    private static readonly IgnoredPaths None = new(new List<(JsonPath Path, int Step)>());

    /// <summary>Each path with the number of steps already taken.</summary>
    private readonly List<(JsonPath Path, int Step)> _positions;

    /// <summary>The paths as seen from the root of a document.</summary>
    public IgnoredPaths(IEnumerable<JsonPath> paths)
        : this(new List<(JsonPath Path, int Step)>())
    {
        foreach (var path in paths)
        {
            _positions.Add((path, 0));
        }
    }

    private IgnoredPaths(List<(JsonPath Path, int Step)> positions) => _positions = positions;

    /// <summary>Whether nothing is ignored in this value.</summary>
    public bool IsEmpty => _positions.Count == 0;

    /// <summary>The paths as seen from a member; <see langword="null"/> if the member is ignored.</summary>
    public IgnoredPaths? Descend(string name) => IsEmpty ? this : Descend(step => step.LeadsTo(name));

    /// <summary>The paths as seen from an item; <see langword="null"/> if the item is ignored.</summary>
    public IgnoredPaths? Descend(int index, int length) => IsEmpty ? this : Descend(step => step.LeadsTo(index, length));

    private IgnoredPaths? Descend(Func<JsonPathStep, bool> leadsThere)
    {
        var positions = new List<(JsonPath Path, int Step)>();
        foreach (var position in _positions)
        {
            var step = position.Path.Steps[position.Step];
            var next = position with { Step = position.Step + 1 };
            if (leadsThere(step))
            {
                if (next.Step == position.Path.Steps.Count)
                {
                    return null;
                }

                Add(positions, next);
            }

            if (step.AtAnyDepth)
            {
                Add(positions, position);
            }
        }

        return positions.Count == 0 ? None : new(positions);
    }

    // Two ways to the same place are one position, as with '$..a..b' below two 'a'.
    private static void Add(List<(JsonPath Path, int Step)> positions, (JsonPath Path, int Step) position)
    {
        if (!positions.Contains(position))
        {
            positions.Add(position);
        }
    }
}
