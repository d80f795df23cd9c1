namespace Betamax;

/// <summary>Refuses the requests of a test whose cassette could not be opened.</summary>
internal static class NoRequests
{
    private const string Name = "empty";

    /// <summary>Makes a recorder with an empty cassette the current one, in which every request is refused.</summary>
    public static void Begin()
    {
        var storage = new InMemoryCassetteStorage();
        var written = storage.ReplaceAsync($"{Name}.json", expectedVersion: null, stream => new Cassette([]).Save(stream));
        written.AsTask().GetAwaiter().GetResult();
        new CassetteLibrary(storage, new CassetteOptions { RecordMode = RecordMode.None }).UseCassette(Name);
    }
}
