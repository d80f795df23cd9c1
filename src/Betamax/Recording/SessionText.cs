namespace Betamax.Recording;

/// <summary>What a cassette in use has to tell its user.</summary>
internal static class SessionText
{
    public static string SentAfterEject(RecordedRequest shown, string path) => $"""
        {shown.Method} {shown.Uri} was sent after its cassette had been ejected.
          cassette: {path}
        Send it before the recorder is disposed of, or put the cassette in again for it.
        """;

    public static string NotRead(RecordedRequest shown, string path) => $"""
        A response was not read to its end, and is not recorded: {shown.Uri}
          cassette: {path}
        Read it to its end, or record it as it is with {nameof(CassetteOptions.RecordFailures)} = true.
        """;

    public static string NotRecordedAnew(string path) => $"""
        The cassette is too old, but was not recorded anew: not every request had its response read to the end.
          file: {path}
        The cassette is unchanged.
        """;
}
