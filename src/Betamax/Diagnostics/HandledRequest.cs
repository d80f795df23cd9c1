using Betamax.Secrets;

namespace Betamax;

/// <summary>
/// One request and its outcome, for a log or the output of a test. Secrets are hidden by placeholders and redaction. If a recorder's
/// own handler follows redirects, each hop is one request.
/// </summary>
public sealed class HandledRequest
{
    private readonly string _uri;
    private readonly Interaction? _interaction;
    private readonly SecretFilter _secrets;

    internal HandledRequest(string method, string uri, Interaction? interaction, SecretFilter secrets)
    {
        Method = method;
        _uri = uri;
        _interaction = interaction;
        _secrets = secrets;
    }

    /// <summary>The request's method.</summary>
    public string Method { get; }

    /// <summary>The request's URI.</summary>
    public string Uri => _secrets.Hide(new RecordedRequest(Method, _uri)).Uri;

    /// <summary>The full path of the cassette; <see langword="null"/> when no recorder was current.</summary>
    public string? CassettePath { get; internal init; }

    /// <summary>What happened to the request.</summary>
    public RequestOutcome Outcome { get; internal init; }

    /// <summary>The interaction that was played or recorded; <see langword="null"/> for any other outcome.</summary>
    public Interaction? Interaction => _interaction is null ? null : _secrets.Hide(_interaction);

    /// <summary>
    /// The position of a played interaction among those of the cassette, from 0; <see langword="null"/> for any other
    /// outcome. A recorded interaction gets its position at eject.
    /// </summary>
    public int? Index { get; internal init; }

    /// <summary>When the request was sent, by the clock of the cassette's options.</summary>
    public DateTimeOffset SentAt { get; internal init; }

    /// <summary>
    /// The time from sending the request until its outcome was certain. A recorded request ends when its response has been read.
    /// </summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>Formats method, URI and outcome as one line.</summary>
    public override string ToString() => $"{Method} {Uri}: {Outcome}";
}
