namespace Betamax;

/// <summary>A cassette cannot be read. It is left as it is: what cannot be read is never overwritten.</summary>
public sealed class CassetteFormatException : BetamaxException
{
    internal CassetteFormatException(
        string problem, string? path, int? interactionIndex, string jsonPath, long lineNumber, Exception? innerException = null)
        : base(Describe(problem, path, interactionIndex, jsonPath, lineNumber), innerException)
    {
        Path = path;
        InteractionIndex = interactionIndex;
        JsonPath = jsonPath;
        LineNumber = lineNumber;
    }

    /// <summary>The full path of the file; <see langword="null"/> where a stream was read.</summary>
    public string? Path { get; }

    /// <summary>
    /// The index of the interaction, from 0, in <c>http_interactions</c>; <see langword="null"/> outside of them.
    /// </summary>
    public int? InteractionIndex { get; }

    /// <summary>The place in the document, such as <c>$.http_interactions[3].request.uri</c>.</summary>
    public string JsonPath { get; }

    /// <summary>The line in the file, from 1.</summary>
    public long LineNumber { get; }

    private static string Describe(string problem, string? path, int? interactionIndex, string jsonPath, long lineNumber)
    {
        var interaction = interactionIndex is { } index ? $", interaction {index}" : "";
        return $"""
            The cassette cannot be read: {problem}
              file: {path ?? "(a stream)"}
              at:   line {lineNumber}{interaction}, {jsonPath}
            The file was left as it is. Mend that place, or delete the file and record it anew.
            """;
    }
}
