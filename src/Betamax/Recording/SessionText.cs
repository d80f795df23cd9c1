using Betamax.Recording.Modes;

namespace Betamax.Recording;

/// <summary>The messages of a session. Secrets in the requests must be hidden already.</summary>
internal static class SessionText
{
    public static string SentAfterEject(RecordedRequest shown, string path) => $"""
        {shown.Method} {shown.Uri} was sent after its cassette had been ejected.
          cassette: {path}
        Send it before the recorder is disposed of, or open the cassette again for it.
        """;

    public static string OutlivedRecorder(RecordedRequest shown, string path) => $"""
        {shown.Method} {shown.Uri} was sent by code that was started while a cassette was open, after that cassette had been ejected.
          cassette: {path}
        Wait for the task before the recorder is disposed of, or open a cassette in the task itself. A background service that must
        use the network: {nameof(NoRecorderBehavior)}.{nameof(NoRecorderBehavior.PassThrough)} for its client.
        """;

    public static string NoRecorderInNone(RecordedRequest shown) => $"""
        {shown.Method} {shown.Uri} was sent while no recorder was current, and {RecordModeVariable.Name} is none: nothing uses the network.
        Open a cassette first, in the same async flow. For a server, or a thread that was started earlier, create the handler from
        the recorder: CreateHandler or AddBetamax(recorder).
        Or let such requests go to the network with {nameof(NoRecorderBehavior)}.{nameof(NoRecorderBehavior.PassThrough)}.
        """;

    public static string NoRecorder(RecordedRequest shown) => $"""
        {shown.Method} {shown.Uri} was sent while no recorder was current, and this client may not use the network without one.
        Open a cassette first, in the same async flow. For a server, or a thread that was started earlier, create the handler from
        the recorder: CreateHandler or AddBetamax(recorder).
        Or let such requests go to the network with {nameof(NoRecorderBehavior)}.{nameof(NoRecorderBehavior.PassThrough)}.
        """;

    public static string Duplex(RecordedRequest shown, string path) => $"""
        {shown.Method} {shown.Uri} is a duplex stream: its writer waits for the response before it continues.
          cassette: {path}
        Its body is needed to choose a recording, and is only complete after the response. Use a separate cassette for each such
        call, or match on the headers and the URI only.
        """;

    public static string NotReadToEnd(RecordedRequest shown, string path) => $"""
        A response was not read to its end, and is not recorded: {shown.Uri}
          cassette: {path}
        Read it to its end, or record the part that was read with {nameof(CassetteOptions.RecordFailures)} = true.
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

    public static string UsageNotLogged(string error, string path) => $"""
        The usage log cannot be written: {error}
          cassette: {path}
        {UsageLog.VariableName} must name a file in a directory that can be written. The cassette is not affected.
        """;

    public static string NotRewritten(string path) => $"""
        The cassette was not rewritten: not every response was read to its end.
          file: {path}
        The cassette is unchanged. Read each response to its end, and run again.
        """;

    public static string NotRecordedAgain(string path) => $"""
        The cassette has expired but was not recorded again: not every response was read to its end.
          file: {path}
        The cassette is unchanged. Read every response to its end; the next run tries again.
        """;
}
