namespace Betamax;

/// <summary>A cassette cannot be read. The file is unchanged: what cannot be read is never overwritten.</summary>
public sealed class CassetteFormatException : BetamaxException
{
    /// <summary>Creates the exception. For implementations of <see cref="ICassetteFormat"/>.</summary>
    /// <param name="problem">What is wrong, as a part of a sentence: <c>expected a string, found null.</c></param>
    /// <param name="path">The full path of the file; <see langword="null"/> if the cassette was read from a stream.</param>
    /// <param name="interactionIndex">The index of the interaction, from 0; <see langword="null"/> outside of the interactions.</param>
    /// <param name="jsonPath">The JSON path of the value; <see langword="null"/> if there is none.</param>
    /// <param name="lineNumber">The line in the file, from 1; <see langword="null"/> if it is not known.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public CassetteFormatException(
        string problem,
        string? path,
        int? interactionIndex = null,
        string? jsonPath = null,
        long? lineNumber = null,
        Exception? innerException = null)
        : base(Describe(problem, path, interactionIndex, jsonPath, lineNumber), innerException)
    {
        Path = path;
        InteractionIndex = interactionIndex;
        JsonPath = jsonPath;
        LineNumber = lineNumber;
    }

    /// <summary>The full path of the file; <see langword="null"/> if the cassette was read from a stream.</summary>
    public string? Path { get; }

    /// <summary>The index of the interaction, from 0; <see langword="null"/> outside of the interactions.</summary>
    public int? InteractionIndex { get; }

    /// <summary>
    /// The place in the document, such as <c>$.http_interactions[3].request.uri</c>; <see langword="null"/> if the format has no
    /// such paths.
    /// </summary>
    public string? JsonPath { get; }

    /// <summary>The line in the file, from 1; <see langword="null"/> if it is not known.</summary>
    public long? LineNumber { get; }

    private static string Describe(string problem, string? path, int? interactionIndex, string? jsonPath, long? lineNumber)
    {
        string?[] place =
        [
            lineNumber is null ? null : $"line {lineNumber}",
            interactionIndex is null ? null : $"interaction {interactionIndex}",
            jsonPath,
        ];
        var at = string.Join(", ", place.Where(part => part is not null));
        return $"""
            The cassette cannot be read: {problem}
              file: {path ?? "(a stream)"}{(at.Length == 0 ? "" : $"\n  at:   {at}")}
            The file is unchanged. Correct that place, or delete the file and record it again.
            """;
    }
}
