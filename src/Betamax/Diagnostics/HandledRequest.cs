using Betamax.Secrets;

namespace Betamax;

/// <summary>
/// The outcome of one request, for a log or the output of a test. Placeholders and redaction apply to all of it. Where a
/// recorder's own handler follows redirects, each hop is one request.
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

    /// <summary>The outcome.</summary>
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
    /// The time until the outcome was certain. For a recorded request that is when its response had been read.
    /// </summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>Method, URI and outcome, in one line.</summary>
    public override string ToString() => $"{Method} {Uri}: {Outcome}";
}
