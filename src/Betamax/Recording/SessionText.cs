namespace Betamax.Recording;

/// <summary>The messages of a session. Requests are shown with their secrets hidden.</summary>
internal static class SessionText
{
    public static string SentAfterEject(RecordedRequest shown, string path) => $"""
        {shown.Method} {shown.Uri} was sent after its cassette had been ejected.
          cassette: {path}
        Send it before the recorder is disposed of, or open the cassette again for it.
        """;

    public static string NoRecorder(RecordedRequest shown) => $"""
        {shown.Method} {shown.Uri} was sent where no recorder is current, and may not go to the network without one.
        Open a cassette first, in the same async flow. Where the flow does not reach (a thread that was started before, a server),
        create the handler from the recorder: CreateHandler, AddBetamax(recorder).
        Or let such requests go to the network with {nameof(NoRecorderBehavior)}.{nameof(NoRecorderBehavior.PassThrough)}.
        """;

    public static string Duplex(RecordedRequest shown, string path) => $"""
        {shown.Method} {shown.Uri} is a duplex stream: its writer waits for the answer before it goes on.
          cassette: {path}
        More than one recording could answer it, so its body would have to decide. Use a cassette of its own for each such
        call, or match on its headers and its URI.
        """;

    public static string NotReadToEnd(RecordedRequest shown, string path) => $"""
        A response was not read to its end, and is not recorded: {shown.Uri}
          cassette: {path}
        Read it to its end, or record what was read with {nameof(CassetteOptions.RecordFailures)} = true.
        """;

    public static string BodyTooLarge(RecordedRequest shown, string path, long limit) => $"""
        A body of more than {limit} bytes is not recorded: {shown.Method} {shown.Uri}
          cassette: {path}
        Raise {nameof(CassetteOptions.MaxRecordedBody)}, or exclude the request with {nameof(CassetteOptions.Ignore)}.
        """;

    public static string RecordingFailed(int count, string path) => $"""
        {count} {(count == 1 ? "interaction was" : "interactions were")} not recorded because of an error. The inner exception is the first one.
          cassette: {path}
        A hook may have thrown, such as {nameof(CassetteOptions.BeforeRecord)}. Everything else was saved.
        """;

    public static string NotRewritten(string path) => $"""
        The cassette was not rewritten: not every response was read to its end.
          file: {path}
        The cassette is unchanged. Read each response to its end, and run again.
        """;

    public static string NotRecordedAnew(string path) => $"""
        The cassette is too old, but was not recorded anew: not every response was read to its end.
          file: {path}
        The cassette is unchanged.
        """;
}
