using System.Text;

namespace Betamax.Tests.Storage;

/// <summary>What every storage must do.</summary>
public sealed class CassetteStorageTests : IDisposable
{
    private readonly TemporaryLibrary _library = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_stored_is_opened_listed_and_deleted(bool inMemory)
    {
        var storage = Storage(inMemory);
        Assert.Empty(await storage.ListAsync());
        Assert.Null(await storage.OpenAsync("github/issues.json"));

        await storage.ReplaceAsync("github/issues.json", expectedVersion: null, Writing("one"));
        await storage.ReplaceAsync("b.json", expectedVersion: null, Writing("two"));

        Assert.Equal("one", (await Read(storage, "github/issues.json"))?.Text);
        Assert.Equal(["b.json", "github/issues.json"], (await storage.ListAsync()).Order(StringComparer.Ordinal));
        await storage.DeleteAsync("b.json");
        await storage.DeleteAsync("b.json");
        await storage.DeleteAsync("no/such/folder.json");
        Assert.Null(await storage.OpenAsync("b.json"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cassette_is_replaced_only_while_it_has_the_version_that_was_opened(bool inMemory)
    {
        var storage = Storage(inMemory);
        await storage.ReplaceAsync("a.json", expectedVersion: null, Writing("first"));
        var (_, version) = (await Read(storage, "a.json"))!.Value;
        await storage.ReplaceAsync("a.json", version, Writing("second one"));

        var changed = await Assert.ThrowsAsync<CassetteStorageException>(() => Replace(version));
        var appeared = await Assert.ThrowsAsync<CassetteStorageException>(() => Replace(null));
        Assert.Equal("second one", (await Read(storage, "a.json"))?.Text);
        await storage.DeleteAsync("a.json");
        var deleted = await Assert.ThrowsAsync<CassetteStorageException>(() => Replace(version));

        Assert.Equal([false, false, true], new[] { changed, appeared, deleted }.Select(fault => fault.Message.Contains("deleted", StringComparison.Ordinal)));
        Assert.All([changed, appeared, deleted], fault => Assert.Equal((storage.GetLocation("a.json"), true), (fault.Path, fault.IsConflict)));
        Assert.Empty(await storage.ListAsync());

        async Task Replace(string? expected) => await storage.ReplaceAsync("a.json", expected, Writing("third"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_that_fails_leaves_what_was_there(bool inMemory)
    {
        var storage = Storage(inMemory);
        await storage.ReplaceAsync("a.json", expectedVersion: null, Writing("first"));
        var (_, version) = (await Read(storage, "a.json"))!.Value;

        await Assert.ThrowsAnyAsync<Exception>(async () => await storage.ReplaceAsync("a.json", version, stream =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device");
        }));

        Assert.Equal(("first", version), await Read(storage, "a.json"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_key_that_leads_out_of_the_storage_is_refused(bool inMemory)
    {
        var storage = Storage(inMemory);

        foreach (var key in (string[])["../a.json", "/etc/a.json", "a//b.json", "con.json"])
        {
            Assert.Throws<ArgumentException>(() => storage.GetLocation(key));
            await Assert.ThrowsAsync<ArgumentException>(async () => await storage.OpenAsync(key));
            await Assert.ThrowsAsync<ArgumentException>(async () => await storage.ReplaceAsync(key, null, Writing("")));
            await Assert.ThrowsAsync<ArgumentException>(async () => await storage.DeleteAsync(key));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_library_records_plays_and_lists(bool inMemory)
    {
        await using var server = await LoopbackServer.Counting();
        var library = new CassetteLibrary(Storage(inMemory));

        foreach (var name in (string[])["z", "folder/a"])
        {
            await using var recorder = library.UseCassette(name);
            await recorder.GetAll(server.At("/1"));
        }

        await using (var recorder = library.UseCassette("z"))
        {
            Assert.Equal(library.Storage.GetLocation("z.json"), recorder.CassettePath);
            Assert.Equal(["1"], await recorder.GetAll(server.At("/1")));
        }

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(["folder/a", "z"], library.ListCassettes());
        Assert.Equal(["folder/a", "z"], await library.ListCassettesAsync());
        Assert.Equal("1", library.LoadCassette("z").Interactions[0].Response.Body.Text);
        Assert.Equal("2", (await library.LoadCassetteAsync("folder/a")).Interactions[0].Response.Body.Text);
        Assert.Throws<CassetteNotFoundException>(() => library.LoadCassette("none"));
        Assert.Throws<CassetteNotFoundException>(() => library.UseCassette("none", options => options with { RecordMode = RecordMode.None }));
        Assert.Throws<ArgumentException>(() => library.LoadCassette("../z"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_second_recorder_of_a_cassette_gets_an_error_before_its_request_is_sent(bool inMemory)
    {
        await using var server = await LoopbackServer.Counting();
        var library = new CassetteLibrary(Storage(inMemory));
        var second = library.UseCassette("a");
        await using (var first = library.UseCassette("a"))
        {
            await first.GetAll(server.At("/1"));
        }

        var fault = await Assert.ThrowsAsync<CassetteStorageException>(() => second.GetAll(server.At("/2")));
        second.Eject();

        Assert.Contains("Nothing of this run is recorded", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["GET /1"], server.Requests);
    }

    [Fact]
    public async Task Without_a_journal_the_second_of_two_concurrent_recorders_gets_a_conflict_at_eject()
    {
        await using var server = await LoopbackServer.Counting();
        var library = new CassetteLibrary(new InMemoryCassetteStorage());
        var (first, second) = (library.UseCassette("a"), library.UseCassette("a"));
        await first.GetAll(server.At("/1"));
        await second.GetAll(server.At("/2"));
        first.Eject();

        var fault = Assert.Throws<CassetteStorageException>(second.Eject);

        Assert.True(fault.IsConflict);
        Assert.Contains("in memory only", fault.Message, StringComparison.Ordinal);
        Assert.Equal("1", Assert.Single(library.LoadCassette("a").Interactions).Response.Body.Text);
        Assert.Equal("2", Assert.Single(second.Cassette.Interactions).Response.Body.Text);
    }

    [Fact]
    public async Task Only_cassettes_are_listed_and_links_between_folders_are_not_followed()
    {
        _library.Write("a", "");
        _library.Write("folder/b", "");
        _library.Write("folder/c.txt", "");
        File.Move(_library.PathOf("folder/c.txt"), Path.Combine(_library.Directory, "c.txt"));
        File.WriteAllText(_library.PathOf("a") + ".journal", "");
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(Path.Combine(_library.Directory, "folder", "circle"), _library.Directory);
        }

        Assert.Equal(["a", "folder/b"], await new CassetteLibrary(_library.Directory).ListCassettesAsync());
        Assert.Empty(new CassetteLibrary(Path.Combine(_library.Directory, "missing")).ListCassettes());
    }

    [Fact]
    public void A_library_without_a_directory_says_so()
    {
        Assert.Throws<InvalidOperationException>(() => new CassetteLibrary(new InMemoryCassetteStorage()).Directory);
        Assert.Equal(_library.Directory, new CassetteLibrary(_library.Directory).Directory);
    }

    public void Dispose() => _library.Dispose();

    private ICassetteStorage Storage(bool inMemory) => inMemory ? new InMemoryCassetteStorage() : new FileCassetteStorage(_library.Directory);

    private static Action<Stream> Writing(string text) => stream => stream.Write(Encoding.UTF8.GetBytes(text));

    private static async Task<(string Text, string Version)?> Read(ICassetteStorage storage, string key)
    {
        using var stored = await storage.OpenAsync(key);
        return stored is null ? null : (await new StreamReader(stored.Content).ReadToEndAsync(), stored.Version);
    }
}
