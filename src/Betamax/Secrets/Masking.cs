using Betamax.Secrets.Placeholders;

namespace Betamax.Secrets;

/// <summary>
/// Between memory, where the real values are, and the tape, where they are not: placeholders go both ways, redaction one.
/// </summary>
internal sealed class Masking(IReadOnlyList<Placeholder> placeholders, Redaction redaction)
{
    private readonly PlaceholderSet _placeholders = new(placeholders);

    public Interaction ToTape(Interaction interaction) =>
        interaction.Response.Chunks.Count == 0 ? Hide(interaction) : FitChunks(interaction, Hide);

    public RecordedRequest ToTape(RecordedRequest request) =>
        redaction.Apply(_placeholders.Hide(request), _placeholders.Texts);

    public Interaction FromTape(Interaction interaction) =>
        _placeholders.IsEmpty ? interaction
        : interaction.Response.Chunks.Count == 0 ? _placeholders.Show(interaction)
        : FitChunks(interaction, _placeholders.Show);

    /// <summary>
    /// A live request in each spelling in which it may stand on the tape: as it is, and as redaction writes it. A tape that
    /// was not redacted is so matched by the very secret, and one that was by any.
    /// </summary>
    public IReadOnlyList<RecordedRequest> SpellingsOf(RecordedRequest request) =>
        OtherSpellingOf(request) is { } redacted ? [request, redacted] : [request];

    /// <summary>The request as redaction writes it; <see langword="null"/> where that is no other.</summary>
    public RecordedRequest? OtherSpellingOf(RecordedRequest request)
    {
        if (_placeholders.IsEmpty && !MayHoldSecret(request))
        {
            return null;
        }

        var redacted = _placeholders.Show(ToTape(request));
        return redacted == request ? null : redacted;
    }

    /// <summary>Whether a request of which nothing but method and URI is known has no other spelling.</summary>
    public bool HasOneSpelling(string method, string uri) => _placeholders.IsEmpty
        ? !MayHoldSecret(uri) || !redaction.Hides(uri)
        : OtherSpellingOf(new(method, uri)) is null;

    private static bool MayHoldSecret(RecordedRequest request) =>
        request is not { Headers.Count: 0, Body.IsEmpty: true } || MayHoldSecret(request.Uri);

    private static bool MayHoldSecret(string uri) => uri.AsSpan().ContainsAny('?', '#', '@');

    private Interaction Hide(Interaction real) => redaction.Apply(_placeholders.Hide(real), _placeholders.Texts);

    private static Interaction FitChunks(Interaction interaction, Func<Interaction, Interaction> replace)
    {
        var replaced = replace(interaction);
        return replaced with { Response = ChunkFitting.Fit(interaction.Response, replaced.Response, ReplaceInPiece) };

        RecordedBody ReplaceInPiece(RecordedBody piece) =>
            replace(interaction with { Response = interaction.Response with { Body = piece } }).Response.Body;
    }
}
