using System.Text;
using Betamax.Http;

namespace Betamax.Matching.Values;

/// <summary>
/// Reads the fields of a query or a form for comparison, as Python's <c>parse_qs</c> does with blank values kept: the order
/// of names does not count, the order of the values of one name does, <c>a</c> equals <c>a=</c>, and empty pieces are
/// skipped.
/// </summary>
/// <param name="kind">What the fields belong to, such as <c>query</c>. The place of a field is then <c>query 'page'</c>.</param>
internal sealed class FieldReader(string kind)
{
    /// <summary>The decoded names of the fields to leave out. None by default.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Whether the order of the values of one name does not count. False by default.</summary>
    public bool IgnoresOrder { get; init; }

    public IReadOnlyList<ComparedValue> Read(string? text) => string.IsNullOrEmpty(text) ? [] : Read(Encoding.UTF8.GetBytes(text));

    public IReadOnlyList<ComparedValue> Read(ReadOnlySpan<byte> text)
    {
        var valuesByName = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var fields = FormFields.Read(text);
        while (fields.MoveNext())
        {
            var name = FormFields.Decode(text[fields.Name]);
            if (!Ignored.Contains(name))
            {
                var value = FormFields.Decode(text[fields.Value]);
                if (!valuesByName.TryAdd(name, [value]))
                {
                    valuesByName[name].Add(value);
                }
            }
        }

        var read = new List<ComparedValue>(valuesByName.Count);
        foreach (var (name, values) in valuesByName)
        {
            read.Add(ToComparedValue(name, values));
        }

        return read;
    }

    private ComparedValue ToComparedValue(string name, List<string> values)
    {
        var key = new KeyBuilder();
        foreach (var value in IgnoresOrder ? values.Order(StringComparer.Ordinal) : values.AsEnumerable())
        {
            key.Add(value);
        }

        return new($"{kind} '{name}'", key.ToString())
        {
            Label = $"{kind} '{Excerpt.Cut(name)}'",
            Text = values.Count == 1 ? values[0] : string.Join(", ", values.Select(value => $"'{value}'")),
            Name = name,
        };
    }
}
