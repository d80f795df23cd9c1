namespace Betamax.Tests.Secrets;

internal static class KeptJournal
{
    /// <summary>Returns the journal of a recorder whose eject fails because another program changed the cassette.</summary>
    public static string Of(Recorder recorder, TemporaryLibrary library)
    {
        File.WriteAllText(recorder.CassettePath, "of somebody else");
        Assert.Throws<CassetteStorageException>(recorder.Eject);
        return File.ReadAllText(Path.Combine(library.Directory, Assert.Single(library.Files, file => file.EndsWith(".journal", StringComparison.Ordinal))));
    }
}
