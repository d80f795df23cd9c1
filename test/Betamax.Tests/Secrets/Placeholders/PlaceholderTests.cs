using System.Text;

namespace Betamax.Tests.Secrets.Placeholders;

public sealed class PlaceholderTests
{
    private const string Value = "v4lue-of-the-key";

    private static readonly CassetteOptions Options = new() { Placeholders = [new("<KEY>", Value)], Redaction = Redaction.None };

    [Fact]
    public async Task A_value_is_replaced_everywhere_and_revealed_on_playback()
    {
        using var library = new TemporaryLibrary();
        Uri uri;
        await using (var server = await Echoing())
        {
            uri = server.At($"/{Value}?key={Value}");
            Assert.Equal($"body {Value}", await Post(library, Options, uri));
        }

        var recorded = Assert.Single(library.Load("a").Interactions);
        Assert.EndsWith("/<KEY>?key=<KEY>", recorded.Request.Uri, StringComparison.Ordinal);
        Assert.EndsWith("/<KEY>?key=<KEY>", recorded.Response.Url, StringComparison.Ordinal);
        Assert.Equal(["a <KEY>"], recorded.Request.Headers["X-Key"]);
        Assert.Equal(["a <KEY>"], recorded.Response.Headers["X-Key"]);
        Assert.Equal("body <KEY>", recorded.Request.Body.Text);
        Assert.Equal("body <KEY>", recorded.Response.Body.Text);
        Assert.DoesNotContain(Value, File.ReadAllText(library.PathOf("a")), StringComparison.Ordinal);

        Assert.Equal($"body {Value}", await Post(library, Options with { RecordMode = RecordMode.None }, uri));
    }

    [Fact]
    public async Task The_journal_does_not_contain_the_value()
    {
        using var library = new TemporaryLibrary();
        await using var server = await Echoing();
        await using var recorder = library.Use("a", Options);
        using var client = recorder.CreateClient();

        await client.GetStringAsync(server.At($"/{Value}"));

        var journal = KeptJournal.Of(recorder, library);
        Assert.Contains("<KEY>", journal, StringComparison.Ordinal);
        Assert.DoesNotContain(Value, journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_is_replaced_in_a_body_that_is_base64_on_the_cassette()
    {
        using var library = new TemporaryLibrary();
        byte[] binary = [0, 255, .. Encoding.UTF8.GetBytes(Value), 0];
        Uri uri;
        await using (var server = await LoopbackServer.Answering(context => context.Response.Body.WriteAsync(binary).AsTask()))
        {
            uri = server.At("/");
            await using var recorder = library.Use("a", Options);
            using var client = recorder.CreateClient();
            Assert.Equal(binary, await client.GetByteArrayAsync(uri));
        }

        Assert.Equal([0, 255, .. "<KEY>"u8, 0], library.Load("a").Interactions[0].Response.Body.Bytes.ToArray());
        await using var playing = library.Use("a", Options with { RecordMode = RecordMode.None });
        using var player = playing.CreateClient();
        Assert.Equal(binary, await player.GetByteArrayAsync(uri));
    }

    [Fact]
    public async Task The_longest_of_several_values_is_replaced_first()
    {
        using var library = new TemporaryLibrary();
        var options = Options with { Placeholders = [new("<SHORT>", "abc"), new("<LONG>", "abcdef"), new("<OTHER>", "xyz")] };
        Uri uri;
        await using (var server = await Echoing())
        {
            uri = server.At("/abc-abcdef-xyz");
            await Post(library, options, uri);
        }

        Assert.EndsWith("/<SHORT>-<LONG>-<OTHER>", library.Load("a").Interactions[0].Request.Uri, StringComparison.Ordinal);
        Assert.Equal($"body {Value}", await Post(library, options with { RecordMode = RecordMode.None }, uri));
    }

    [Fact]
    public async Task A_placeholder_with_an_empty_value_is_played()
    {
        using var library = new TemporaryLibrary();
        Uri server;
        await using (var live = await Echoing())
        {
            server = live.Address;
            await Post(library, Options, live.At($"/?key={Value}"));
        }

        var without = Options with { RecordMode = RecordMode.None, Placeholders = [new("<KEY>", "")] };

        Assert.Equal("body ", await Post(library, without, new(server, "/?key=")));
    }

    [Theory]
    [InlineData("", "value")]
    [InlineData(null, "value")]
    [InlineData("<KEY>", null)]
    public void A_placeholder_without_a_text_or_with_a_null_value_is_an_error(string? text, string? value)
    {
        using var library = new TemporaryLibrary();

        Assert.Throws<ArgumentException>(() => library.Use("a", new CassetteOptions { Placeholders = [new(text!, value!)] }));
        Assert.Empty(library.Files);
    }

    [Fact]
    public async Task A_refusal_names_the_placeholder_and_not_the_value()
    {
        using var library = new TemporaryLibrary();
        await using var server = await Echoing();
        await Post(library, Options, server.At($"/{Value}"));

        var refusal = await Assert.ThrowsAsync<UnhandledRequestException>(() => Post(
            library,
            Options with { RecordMode = RecordMode.None, MatchRequestsOn = [RequestMatchers.Uri, RequestMatchers.Headers, RequestMatchers.Body] },
            server.At($"/{Value}/other?key={Value}")));

        Assert.Contains("<KEY>", refusal.Message, StringComparison.Ordinal);
        Refusals.HoldNothingOf(Value, refusal);
    }

    [Fact]
    public void A_placeholder_shows_only_its_text() => Assert.Equal("<KEY>", $"{new Placeholder("<KEY>", Value)}");

    private static Task<LoopbackServer> Echoing() => LoopbackServer.Answering(context =>
    {
        context.Response.Headers["X-Key"] = context.Request.Headers["X-Key"];
        return context.Request.Body.CopyToAsync(context.Response.Body);
    });

    private static async Task<string> Post(TemporaryLibrary library, CassetteOptions options, Uri uri)
    {
        await using var recorder = library.Use("a", options);
        using var client = recorder.CreateClient();
        client.DefaultRequestHeaders.Add("X-Key", $"a {Value}");
        using var response = await client.PostAsync(uri, new StringContent($"body {Value}"));
        return await response.Content.ReadAsStringAsync();
    }
}
