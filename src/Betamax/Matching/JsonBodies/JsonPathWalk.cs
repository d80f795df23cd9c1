namespace Betamax.Matching.JsonBodies;

/// <summary>
/// How far each of several paths has come on the way down a document: all are followed in one walk. Immutable.
/// </summary>
internal sealed class JsonPathWalk
{
    private static readonly JsonPathWalk Nowhere = new([]);

    private readonly List<(JsonPath Path, int Step)> _heads;

    private JsonPathWalk(List<(JsonPath Path, int Step)> heads) => _heads = heads;

    /// <summary>Whether no path leads to anything below.</summary>
    public bool IsNowhere => _heads.Count == 0;

    /// <summary>The walk at the root of a document.</summary>
    public static JsonPathWalk Of(IEnumerable<JsonPath> paths) => new([.. paths.Select(path => (path, 0))]);

    /// <summary>The walk in a member, or <see langword="null"/> where a path ends in it.</summary>
    public JsonPathWalk? Into(string name) => Into(step => step.LeadsTo(name));

    /// <summary>The walk in an item, or <see langword="null"/> where a path ends in it.</summary>
    public JsonPathWalk? Into(int index, int length) => Into(step => step.LeadsTo(index, length));

    private JsonPathWalk? Into(Func<JsonPathStep, bool> leadsThere)
    {
        if (_heads.Count == 0)
        {
            return this;
        }

        var heads = new List<(JsonPath Path, int Step)>();
        foreach (var head in _heads)
        {
            var step = head.Path.Steps[head.Step];
            var next = head with { Step = head.Step + 1 };
            if (leadsThere(step))
            {
                if (next.Step == head.Path.Steps.Count)
                {
                    return null;
                }

                Add(heads, next);
            }

            if (step.AtAnyDepth)
            {
                Add(heads, head);
            }
        }

        return heads.Count == 0 ? Nowhere : new(heads);
    }

    // Two ways to one place ('$..a..b' below two 'a') go on as one.
    private static void Add(List<(JsonPath Path, int Step)> heads, (JsonPath Path, int Step) head)
    {
        if (!heads.Contains(head))
        {
            heads.Add(head);
        }
    }
}
