using Betamax.Secrets;

namespace Betamax;

/// <summary>
/// What became of one request: for a log, or for the output of a test. Where a recorder's own handler follows redirects,
/// each hop is one.
/// </summary>
public sealed class HandledRequest
{
    private readonly string _uri;
    private readonly Masking _masking;

    internal HandledRequest(string method, string uri, string? cassettePath, RequestOutcome outcome, Masking masking)
    {
        Method = method;
        CassettePath = cassettePath;
        Outcome = outcome;
        _uri = uri;
        _masking = masking;
    }

    /// <summary>The request's method.</summary>
    public string Method { get; }

    /// <summary>Where it went, as it would stand on the tape: placeholders and redaction apply.</summary>
    public string Uri => _masking.ToTape(new RecordedRequest(Method, _uri)).Uri;

    /// <summary>The full path of the cassette; <see langword="null"/> where there was no recorder.</summary>
    public string? CassettePath { get; }

    /// <summary>What became of it.</summary>
    public RequestOutcome Outcome { get; }

    /// <summary>Method, URI and outcome, in one line.</summary>
    public override string ToString() => $"{Method} {Uri}: {Outcome}";
}
