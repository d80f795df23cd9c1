namespace Betamax.Secrets.Placeholders;

/// <summary>The placeholders of one cassette, in both directions.</summary>
internal sealed class PlaceholderSet
{
    private readonly MessageSubstitution _hide;
    private readonly MessageSubstitution _show;

    public PlaceholderSet(IReadOnlyList<Placeholder> placeholders)
    {
        foreach (var (text, value) in placeholders)
        {
            if (string.IsNullOrEmpty(text) || value is null)
            {
                throw new ArgumentException(
                    $"The placeholder '{text}' has {(string.IsNullOrEmpty(text) ? "no text" : "the value null")}. It needs a text "
                    + "that stands on the tape, and a value that it stands for (an empty one where nothing is recorded).",
                    nameof(placeholders));
            }
        }

        Texts = [.. placeholders.Select(placeholder => placeholder.Text)];
        _hide = new(new(placeholders
            .Where(placeholder => placeholder.Value.Length > 0)
            .Select(placeholder => (Replacement.Hiding(placeholder), Base64Trace.OfValue(placeholder)))));
        _show = new(new(placeholders
            .Select(placeholder => (Replacement.Showing(placeholder), Base64Trace.OfText(placeholder)))));
    }

    /// <summary>What stands on the tape, and is no secret.</summary>
    public IReadOnlyList<string> Texts { get; }

    public bool IsEmpty => Texts.Count == 0;

    public Interaction Hide(Interaction interaction) => _hide.In(interaction);

    public RecordedRequest Hide(RecordedRequest request) => _hide.In(request);

    public Interaction Show(Interaction interaction) => _show.In(interaction);

    public RecordedRequest Show(RecordedRequest request) => _show.In(request);
}
