using System.Text;

namespace Betamax.Tests.Formats;

public sealed class CassetteFormatTests
{
    private static readonly Interaction Example = new(
        new("GET", "http://localhost/"), new(200, "OK", "http://localhost/") { Body = RecordedBody.FromText("one\ntwo") });

    [Fact]
    public async Task A_library_records_and_plays_in_another_format_under_its_extension()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var options = new CassetteOptions { Format = new LinesFormat() };

        await using (var recorder = library.Use("a", options))
        {
            Assert.Equal(["1", "2"], await recorder.GetAll(server.At("/x"), server.At("/y")));
        }

        Assert.Equal(["a.jsonl"], library.Files);
        Assert.Equal(2, Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(library.Directory, "a.jsonl"))).Count(character => character == '\n'));
        await using (var recorder = library.Use("a", options with { RecordMode = RecordMode.None }))
        {
            Assert.Equal(["1", "2"], await recorder.GetAll(server.At("/x"), server.At("/y")));
        }
    }

    [Fact]
    public void A_cassette_is_loaded_and_saved_in_another_format()
    {
        using var library = new TemporaryLibrary();
        var (format, path) = (new LinesFormat(), Path.Combine(library.Directory, "a.jsonl"));

        new Cassette([Example, Example]).Save(path, format);

        Assert.Equal([Example, Example], Cassette.Load(path, format).Interactions);
        using var stream = File.OpenRead(path);
        Assert.Equal(2, Cassette.Load(stream, format).Interactions.Count);
    }

    [Fact]
    public void A_file_of_no_bytes_is_an_empty_cassette_in_every_format()
    {
        using var library = new TemporaryLibrary();
        library.Write("a", "");

        Assert.Empty(Cassette.Load(library.PathOf("a"), new LinesFormat(canWrite: false)).Interactions);
        Assert.Empty(Cassette.Load(Stream.Null, new LinesFormat(canWrite: false)).Interactions);
    }

    [Fact]
    public void The_format_of_a_file_is_found_by_its_first_bytes()
    {
        using var library = new TemporaryLibrary();
        ICassetteFormat[] formats = [new LinesFormat(), CassetteFormats.Betamax];
        var lines = Path.Combine(library.Directory, "a.jsonl");
        new Cassette([Example]).Save(lines, formats[0]);
        new Cassette([Example]).Save(library.PathOf("b"));
        library.Write("bom", "\uFEFF\r\n{\"http_interactions\" : []}");
        library.Write("c", "http_interactions:\n- request:\n");

        Assert.Same(formats[0], CassetteFormats.Detect(lines, formats));
        Assert.Same(formats[1], CassetteFormats.Detect(library.PathOf("b"), formats));
        Assert.Same(formats[1], CassetteFormats.Detect(library.PathOf("bom"), formats));
        Assert.Null(CassetteFormats.Detect(library.PathOf("c"), formats));
    }

    [Fact]
    public void An_error_of_another_format_says_what_it_knows()
    {
        using var library = new TemporaryLibrary();
        library.Write("a", "{\"http_interactions\":[]}\n{\n");

        var error = Assert.Throws<CassetteFormatException>(() => Cassette.Load(library.PathOf("a"), new LinesFormat()));

        Assert.Equal((library.PathOf("a"), 0, null, 1), (error.Path, error.InteractionIndex, error.JsonPath, error.LineNumber));
        Assert.Contains("  at:   line 1, interaction 0\n", error.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("at:", new CassetteFormatException("it is not YAML.", path: null).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_can_only_be_read_is_only_played()
    {
        using var library = new TemporaryLibrary();
        var options = new CassetteOptions { Format = new LinesFormat(canWrite: false) };

        Assert.Contains("is read-only", Assert.Throws<ArgumentException>(() => library.Use("a", options)).Message, StringComparison.Ordinal);
        Assert.Throws<CassetteNotFoundException>(() => library.Use("a", options with { RecordMode = RecordMode.None }));
    }
}
