namespace Betamax.Tests.Secrets;

internal static class KeptJournal
{
    /// <summary>The journal of a recorder whose eject fails, because somebody else has written its cassette: it is kept.</summary>
    public static string Of(Recorder recorder, TemporaryLibrary library)
    {
        File.WriteAllText(recorder.CassettePath, "of somebody else");
        Assert.Throws<CassetteStorageException>(recorder.Eject);
        return File.ReadAllText(Path.Combine(library.Directory, Assert.Single(library.Files, file => file.EndsWith(".journal", StringComparison.Ordinal))));
    }
}
