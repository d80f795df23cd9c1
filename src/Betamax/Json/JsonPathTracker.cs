using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Betamax.Json;

/// <summary>
/// Follows a reader and knows the JSON path of its current token. It keeps only offsets: the text of the path is made when an
/// error needs it.
/// </summary>
internal sealed class JsonPathTracker
{
    private Step[] _steps = new Step[16];
    private int _depth;

    /// <summary>Notes the token that the reader has just read.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="readerStart">Where in the document the bytes of the reader start.</param>
    public void Follow(in Utf8JsonReader reader, int readerStart = 0)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _steps[_depth - 1] = new() { NameStart = readerStart + (int)reader.TokenStartIndex + 1, NameLength = reader.ValueSpan.Length };
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _depth--;
                break;
            case JsonTokenType.StartObject:
                CountItem();
                Enter(new());
                break;
            case JsonTokenType.StartArray:
                CountItem();
                Enter(new() { IsItem = true, Index = -1 });
                break;
            default:
                CountItem();
                break;
        }
    }

    /// <summary>
    /// The path of the current token. At the end of an object or array, it is the path of that object or array.
    /// </summary>
    /// <param name="document">The document. The names in it must be unchanged.</param>
    public string GetPath(ReadOnlySpan<byte> document)
    {
        var path = new StringBuilder("$");
        foreach (var step in _steps.AsSpan(0, _depth))
        {
            if (step.IsItem)
            {
                path.Append(step.Index < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]"));
            }
            else if (step.NameStart > 0)
            {
                AppendName(path, Encoding.UTF8.GetString(document.Slice(step.NameStart, step.NameLength)));
            }
        }

        return path.ToString();
    }

    private static void AppendName(StringBuilder path, string name)
    {
        if (name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
        {
            path.Append('.').Append(name);
        }
        else
        {
            path.Append("['").Append(name.Replace("'", @"\'", StringComparison.Ordinal)).Append("']");
        }
    }

    private void CountItem()
    {
        if (_depth > 0)
        {
            _steps[_depth - 1].Index++;
        }
    }

    private void Enter(Step step)
    {
        if (_depth == _steps.Length)
        {
            Array.Resize(ref _steps, 2 * _depth);
        }

        _steps[_depth++] = step;
    }

    /// <summary>
    /// A step into an object, to a member, or into an array, to an item. Before the first member <see cref="NameStart"/> is 0;
    /// before the first item <see cref="Index"/> is -1.
    /// </summary>
    private struct Step
    {
        public int NameStart;
        public int NameLength;
        public bool IsItem;
        public int Index;
    }
}
