using Betamax.Cassettes;

namespace Betamax.Secrets;

/// <summary>
/// Hides secrets in what is saved, and reveals them in what is played, as far as they are known. Placeholders work in both
/// directions, redaction only when saving.
/// </summary>
internal sealed class SecretFilter(IReadOnlyList<Placeholder> placeholders, Redaction redaction)
{
    private readonly PlaceholderSet _placeholders = new(placeholders);

    /// <summary>The interaction as it is saved.</summary>
    public Interaction Hide(Interaction interaction) => redaction.Apply(_placeholders.Hide(interaction), placeholders);

    /// <summary>The request as it is saved.</summary>
    public RecordedRequest Hide(RecordedRequest request) => redaction.Apply(_placeholders.Hide(request), placeholders);

    /// <summary>A saved interaction with its real values, as far as they are known.</summary>
    public Interaction Reveal(Interaction interaction) => _placeholders.Reveal(interaction);

    /// <summary>
    /// A live request in each form in which it may have been recorded: as sent, and as redacted. A recording that is not
    /// redacted is played for the same secret only, a redacted one for every secret.
    /// </summary>
    public RequestVariants GetVariants(RecordedRequest request)
    {
        if (placeholders.Count == 0 && !MayHoldSecret(request))
        {
            return new(request);
        }

        var redacted = _placeholders.Reveal(Hide(request));
        return redacted == request ? new(request) : new(request, redacted);
    }

    private static bool MayHoldSecret(RecordedRequest request) =>
        request is not { Headers.Count: 0, Body.IsEmpty: true } || request.Uri.AsSpan().ContainsAny('?', '#', '@');
}
