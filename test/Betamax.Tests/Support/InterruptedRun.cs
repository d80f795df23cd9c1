namespace Betamax.Tests;

/// <summary>A run that ended without saving, and left a journal.</summary>
internal static class InterruptedRun
{
    public static string JournalOf(this TemporaryLibrary library, string cassette) => library.PathOf(cassette) + ".journal";

    /// <summary>Records one GET after the other and leaves them in the journal only. The cassette is as it was.</summary>
    public static async Task<string[]> Interrupt(this TemporaryLibrary library, string cassette, RecordMode mode, params Uri[] uris)
    {
        var before = library.Has(cassette) ? library.BytesOf(cassette) : null;
        var recorder = library.Use(cassette, mode);
        var bodies = await recorder.GetAll(uris);

        // Eject does not replace what somebody else has changed.
        library.Write(cassette, "of somebody else");
        Assert.Throws<CassetteStorageException>(recorder.Eject);
        if (before is null)
        {
            File.Delete(library.PathOf(cassette));
        }
        else
        {
            await File.WriteAllBytesAsync(library.PathOf(cassette), before);
        }

        return bodies;
    }

    /// <summary>The journal that it left.</summary>
    public static byte[] JournalBytesOf(this TemporaryLibrary library, string cassette) => File.ReadAllBytes(library.JournalOf(cassette));
}
