namespace Betamax.Tests;

/// <summary>A cassette library in a temporary directory, which is deleted at the end of the test.</summary>
internal sealed class TemporaryLibrary : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("betamax-").FullName;

    public string PathOf(string cassette) => Path.Combine(Directory, cassette + ".json");

    public bool Has(string cassette) => File.Exists(PathOf(cassette));

    public IReadOnlyList<string> Files =>
        [.. System.IO.Directory.GetFiles(Directory, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Directory, file)).Order()];

    public Recorder Use(string cassette, CassetteOptions? options = null) =>
        new CassetteLibrary(Directory, options).UseCassette(cassette);

    public Recorder Use(string cassette, RecordMode mode) => Use(cassette, new CassetteOptions { RecordMode = mode });

    public Cassette Load(string cassette) => Cassette.Load(PathOf(cassette));

    public byte[] BytesOf(string cassette) => File.ReadAllBytes(PathOf(cassette));

    public void Write(string cassette, string content)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(PathOf(cassette))!);
        File.WriteAllText(PathOf(cassette), content);
    }

    /// <summary>Records GET requests one after the other, and ejects.</summary>
    public async Task<string[]> Record(string cassette, RecordMode mode, params Uri[] uris)
    {
        await using var recorder = Use(cassette, mode);
        return await recorder.GetAll(uris);
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
