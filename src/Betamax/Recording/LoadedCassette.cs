using Betamax.Recording.Modes;
using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>A cassette as it was when it was opened.</summary>
/// <param name="Cassette">What was recorded before this run: the stored cassette, and the journal of earlier runs.</param>
/// <param name="State">How complete it is, for the record mode.</param>
/// <param name="IsRecovered">Whether some of it is only in the journal.</param>
internal sealed record LoadedCassette(Cassette Cassette, CassetteState State, bool IsRecovered)
{
    private const string Remedy =
        $"""
        Nothing is recorded in the record mode {nameof(RecordMode.None)}. Run once with {RecordModeVariable.Name}=once, or with
        {nameof(CassetteOptions.RecordMode)} = {nameof(RecordMode)}.{nameof(RecordMode.Once)}, and commit the cassette. Or check its name and its library.
        """;

    /// <param name="found">What is in the storage.</param>
    /// <param name="location">Where the cassette is, for messages.</param>
    /// <param name="mode">The mode in force.</param>
    /// <param name="options">Whether and how the cassette expires.</param>
    /// <param name="merger">Adds what is in the journal.</param>
    /// <param name="isRewritten">Whether this process has already written the cassette in the mode <see cref="RecordMode.Rewrite"/>.</param>
    /// <exception cref="CassetteNotFoundException">There is nothing to play, and nothing may be recorded.</exception>
    /// <exception cref="BetamaxException">The cassette has expired, and its options make that an error.</exception>
    public static LoadedCassette From(
        StoreContent found, string location, RecordMode mode, CassetteOptions options, CassetteMerger merger, bool isRewritten)
    {
        if (found.Interrupted is { } interrupted)
        {
            // Its age is not checked: an interrupted run is finished first, and the next run may find that it has expired.
            return new(
                merger.Recover(found.Cassette ?? new Cassette([]), interrupted),
                mode == RecordMode.Rewrite && !isRewritten ? CassetteState.Outdated
                : interrupted.IsUnfinished ? CassetteState.Unfinished : CassetteState.Complete,
                IsRecovered: true);
        }

        if (found.Cassette is { } cassette)
        {
            return new(cassette, GetState(cassette, location, mode, options, isRewritten), IsRecovered: false);
        }

        return mode == RecordMode.None
            ? throw new CassetteNotFoundException(location, Remedy)
            : new(new Cassette([]), CassetteState.Missing, IsRecovered: false);
    }

    private static CassetteState GetState(
        Cassette cassette, string location, RecordMode mode, CassetteOptions options, bool isRewritten) =>
        mode == RecordMode.Rewrite ? (isRewritten ? CassetteState.Complete : CassetteState.Outdated)
        : Expiry.HasExpired(mode, cassette, options)
            ? Expiry.Apply(options, cassette, location)
            : CassetteState.Complete;
}
