using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Betamax.Json;

/// <summary>
/// Where in a document something stands. It is found by reading the document again up to there, so that reading it the
/// first time keeps no account of places.
/// </summary>
/// <param name="Path">The JSON path, such as <c>$.http_interactions[3].request.uri</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="InteractionIndex">The interaction, from 0; <see langword="null"/> outside of them.</param>
internal sealed record JsonPlace(string Path, long Line, int? InteractionIndex)
{
    /// <summary>An offset behind the point at which the document stops to be JSON.</summary>
    public const long WhereItBreaks = long.MaxValue;

    /// <summary>What keeps the document from being JSON, where that is what was come to.</summary>
    public JsonException? Break { get; private init; }

    /// <param name="utf8">The document.</param>
    /// <param name="offset">An offset in a token, or <see cref="WhereItBreaks"/>.</param>
    public static JsonPlace Find(ReadOnlySpan<byte> utf8, long offset)
    {
        var steps = new List<Step>();
        try
        {
            var reader = new Utf8JsonReader(utf8, JsonScanner.Options);
            while (reader.Read())
            {
                var isThere = reader.BytesConsumed > offset;
                Follow(ref reader, steps, isThere);
                if (isThere)
                {
                    break;
                }
            }
        }
        catch (JsonException fault)
        {
            return At(steps, 1 + (fault.LineNumber ?? 0)) with { Break = fault };
        }

        return At(steps, 1 + utf8[..(int)Math.Min(offset, utf8.Length)].Count((byte)'\n'));
    }

    private static void Follow(ref Utf8JsonReader reader, List<Step> steps, bool isThere)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                // As it is written: a name may have escapes that stand for no character.
                steps[^1] = new(Encoding.UTF8.GetString(reader.ValueSpan), 0);
                return;

            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                if (!isThere)
                {
                    steps.RemoveAt(steps.Count - 1);
                }

                return;
        }

        if (steps.Count > 0 && steps[^1] is { Name: null, Index: var index })
        {
            steps[^1] = new(null, index + 1);
        }

        if (!isThere && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            steps.Add(reader.TokenType == JsonTokenType.StartArray ? new(null, -1) : new("", 0));
        }
    }

    private static JsonPlace At(List<Step> steps, long line)
    {
        int? interaction = steps is [{ Name: "http_interactions" }, { Name: null, Index: >= 0 and var index }, ..] ? index : null;
        return new("$" + string.Concat(steps.Select(step => step.ToString())), line, interaction);
    }

    /// <summary>A step from a value into it: by name into an object ("" = before its first name), or by index.</summary>
    private readonly record struct Step(string? Name, int Index)
    {
        public override string ToString() => this switch
        {
            { Name: null, Index: < 0 } or { Name: "" } => "",
            { Name: null } => string.Create(CultureInfo.InvariantCulture, $"[{Index}]"),
            { Name: var name } when name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') => "." + name,
            { Name: var name } => $"['{name.Replace("'", @"\'", StringComparison.Ordinal)}']",
        };
    }
}
