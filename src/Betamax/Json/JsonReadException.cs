namespace Betamax.Json;

/// <summary>A document is not valid JSON, or a value in it is not of the expected kind.</summary>
internal sealed class JsonReadException(string problem, JsonPosition position, Exception? innerException = null)
    : Exception(problem, innerException)
{
    public JsonPosition Position => position;
}

/// <summary>A position in a JSON document.</summary>
/// <param name="Path">The JSON path of the value, such as <c>$.items[3].name</c>.</param>
/// <param name="Line">The line, from 1.</param>
internal readonly record struct JsonPosition(string Path, long Line);
