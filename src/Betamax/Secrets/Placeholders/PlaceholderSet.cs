using Betamax.Secrets.Placeholders;

namespace Betamax;

/// <summary>
/// Replaces the values of placeholders by their texts, and the texts by the values, in recordings. Recorders do this with
/// <c>CassetteOptions.Placeholders</c>; this class does it with cassettes that exist already. Immutable, and safe to use from
/// any thread.
/// </summary>
public sealed class PlaceholderSet
{
    private readonly Substitution _hide;
    private readonly Substitution _reveal;

    /// <summary>Creates a set.</summary>
    /// <param name="placeholders">The placeholders.</param>
    /// <exception cref="ArgumentException">A placeholder has no text, or the value <see langword="null"/>.</exception>
    public PlaceholderSet(IEnumerable<Placeholder> placeholders)
    {
        ArgumentNullException.ThrowIfNull(placeholders);
        Placeholder[] all = [.. placeholders];
        if (all.FirstOrDefault(one => string.IsNullOrEmpty(one.Text) || one.Value is null) is { } wrong)
        {
            throw new ArgumentException(
                $"The placeholder '{wrong.Text}' has {(string.IsNullOrEmpty(wrong.Text) ? "no text" : "the value null")}. A placeholder "
                + "needs a text, which stands on the cassette, and the value that it stands for, which is empty where nothing is "
                + "recorded.",
                nameof(placeholders));
        }

        _hide = new([.. all
            .Where(placeholder => placeholder.Value.Length > 0)
            .Select(placeholder => new Replacement(placeholder.Value, placeholder.Text, isReveal: false))]);
        _reveal = new([.. all.Select(placeholder => new Replacement(placeholder.Text, placeholder.Value, isReveal: true))]);
    }

    /// <summary>A copy with texts in place of the values.</summary>
    /// <param name="interaction">The interaction. Without a value, it is returned as the same instance.</param>
    public Interaction Hide(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return _hide.Apply(interaction);
    }

    /// <summary>A copy with texts in place of the values, in every interaction.</summary>
    /// <param name="cassette">The cassette.</param>
    public Cassette Hide(Cassette cassette)
    {
        ArgumentNullException.ThrowIfNull(cassette);
        return _hide.Edit(cassette);
    }

    /// <summary>A copy with values in place of the texts.</summary>
    /// <param name="interaction">The interaction. Without a text, it is returned as the same instance.</param>
    public Interaction Reveal(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return _reveal.Apply(interaction);
    }

    /// <summary>A copy with values in place of the texts, in every interaction.</summary>
    /// <param name="cassette">The cassette.</param>
    public Cassette Reveal(Cassette cassette)
    {
        ArgumentNullException.ThrowIfNull(cassette);
        return _reveal.Edit(cassette);
    }

    internal RecordedRequest Hide(RecordedRequest request) => _hide.Apply(request);

    internal RecordedRequest Reveal(RecordedRequest request) => _reveal.Apply(request);
}
