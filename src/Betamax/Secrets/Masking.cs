namespace Betamax.Secrets;

/// <summary>
/// Stands between memory, which has the real values, and the cassette, which has none of them. Placeholders go in both
/// directions, redaction in one.
/// </summary>
internal sealed class Masking(IReadOnlyList<Placeholder> placeholders, Redaction redaction)
{
    private readonly PlaceholderSet _placeholders = new(placeholders);

    /// <summary>The interaction as it is saved.</summary>
    public Interaction ToTape(Interaction interaction) => redaction.Apply(_placeholders.Hide(interaction), placeholders);

    /// <summary>The request as it is saved.</summary>
    public RecordedRequest ToTape(RecordedRequest request) => redaction.Apply(_placeholders.Hide(request), placeholders);

    /// <summary>A saved interaction with its real values, as far as they are known.</summary>
    public Interaction FromTape(Interaction interaction) => _placeholders.Reveal(interaction);

    /// <summary>
    /// A live request in each form in which it may have been recorded: as sent, and as redacted. A recording without redaction
    /// is played for the same secret only, a redacted one for any.
    /// </summary>
    public IReadOnlyList<RecordedRequest> SpellingsOf(RecordedRequest request) =>
        OtherSpellingOf(request) is { } redacted ? [request, redacted] : [request];

    /// <summary>The request as redacted; <see langword="null"/> where that changes nothing.</summary>
    public RecordedRequest? OtherSpellingOf(RecordedRequest request)
    {
        if (placeholders.Count == 0 && !MayHoldSecret(request))
        {
            return null;
        }

        var redacted = _placeholders.Reveal(ToTape(request));
        return redacted == request ? null : redacted;
    }

    /// <summary>Whether a request without headers and body is the same when it is redacted.</summary>
    public bool HasOneSpelling(string method, string uri) => placeholders.Count == 0
        ? !MayHoldSecret(uri) || !redaction.Hides(uri)
        : OtherSpellingOf(new(method, uri)) is null;

    private static bool MayHoldSecret(RecordedRequest request) =>
        request is not { Headers.Count: 0, Body.IsEmpty: true } || MayHoldSecret(request.Uri);

    private static bool MayHoldSecret(string uri) => uri.AsSpan().ContainsAny('?', '#', '@');
}
