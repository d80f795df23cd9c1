namespace Betamax.Cassettes;

/// <summary>A live request in each form in which it may have been recorded.</summary>
/// <param name="asSent">The request as it is sent.</param>
/// <param name="redacted">The request with its secrets redacted; null if that changes nothing.</param>
internal readonly struct RequestVariants(RecordedRequest asSent, RecordedRequest? redacted = null)
{
    public RecordedRequest AsSent => asSent;

    public RecordedRequest? Redacted => redacted;

    public IReadOnlyList<RecordedRequest> ToList() => redacted is null ? [asSent] : [asSent, redacted];
}
