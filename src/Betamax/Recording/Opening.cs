using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>The cassette as it is put in.</summary>
/// <param name="Cassette">What was recorded before this run, on the disk or in the journal of an interrupted one.</param>
/// <param name="State">What that means for the record mode.</param>
/// <param name="Recovered">Whether some of it came from a journal, and is not in the file yet.</param>
internal sealed record Opening(Cassette Cassette, TapeState State, bool Recovered)
{
    /// <exception cref="CassetteNotFoundException">There is nothing to play, and nothing may be recorded.</exception>
    public static Opening Of(CassetteStore store, RecordMode mode, CassetteOptions options, Merging merging)
    {
        var (onDisk, interrupted) = store.Load();
        if (interrupted is not null && (onDisk is not null || interrupted.Interactions.Count > 0))
        {
            // How old it is counts once it is a cassette again: what was interrupted is brought to its end first.
            return new(
                merging.Recover(onDisk ?? new Cassette([]), interrupted),
                interrupted.Header.Unfinished ? TapeState.Unfinished : TapeState.Complete,
                Recovered: true);
        }

        if (onDisk is not null)
        {
            return new(onDisk, StateOf(onDisk, mode, options, store.Path), Recovered: false);
        }

        return mode == RecordMode.None
            ? throw new CassetteNotFoundException(store.Path, Remedy)
            : new(new Cassette([]), TapeState.Missing, Recovered: false);
    }

    private const string Remedy =
        $"""
        In the record mode {nameof(RecordMode.None)} nothing is recorded. Run once with {RecordModeVariable.Name}=once, or with
        {nameof(CassetteOptions.RecordMode)} = {nameof(RecordMode)}.{nameof(RecordMode.Once)}, and commit the cassette; or check its name and its library.
        """;

    private static TapeState StateOf(Cassette cassette, RecordMode mode, CassetteOptions options, string path) =>
        Expiry.Applies(mode, cassette, options.ReRecordInterval, options.TimeProvider.GetUtcNow())
            ? Expiry.Consequence(options, cassette, path)
            : TapeState.Complete;
}
