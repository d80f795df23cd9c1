using Betamax.Recording.Modes;

namespace Betamax.Tests.Recording;

/// <summary>The variable affects the whole process, so no other test runs at the same time.</summary>
[CollectionDefinition(nameof(RecordModeVariableTests), DisableParallelization = true)]
public sealed class RecordModeVariableUsers;

[Collection(nameof(RecordModeVariableTests))]
public sealed class RecordModeVariableTests
{
    [Theory]
    [InlineData("once", RecordMode.Once)]
    [InlineData("new_episodes", RecordMode.NewEpisodes)]
    [InlineData("none", RecordMode.None)]
    [InlineData("all", RecordMode.All)]
    [InlineData("ALL", RecordMode.All)]
    [InlineData("rewrite", RecordMode.Rewrite)]
    public void It_names_a_mode(string value, RecordMode mode)
    {
        Assert.Equal(mode, RecordModeVariable.Find(value, "a"));
        Assert.Equal(mode, RecordModeVariable.Find(value, cassette: null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ; ")]
    public void Without_a_value_it_has_no_effect(string? value) => Assert.Null(RecordModeVariable.Find(value, "a"));

    [Theory]
    [InlineData("rewrite:github/*", "github/issues", RecordMode.Rewrite)]
    [InlineData("rewrite:github/*", "github/issues/open", RecordMode.Rewrite)]
    [InlineData("rewrite:GitHub/*", "github/issues", RecordMode.Rewrite)]
    [InlineData("rewrite:github/*", @"github\issues", RecordMode.Rewrite)]
    [InlineData("rewrite:github/*", "gitlab/issues", null)]
    [InlineData("rewrite:github/*", null, null)]
    [InlineData("rewrite:Search.Lists(a)", "Search.Lists(a)", RecordMode.Rewrite)]
    [InlineData("rewrite:Search.?", "Search.1", RecordMode.Rewrite)]
    [InlineData("rewrite:github/*;none", "github/issues", RecordMode.Rewrite)]
    [InlineData("rewrite:github/*; none;", "gitlab/issues", RecordMode.None)]
    [InlineData("rewrite:github/*;none", null, RecordMode.None)]
    [InlineData("none;rewrite:github/*", "github/issues", RecordMode.None)]
    [InlineData("once:a* ; all : *b", "ab", RecordMode.Once)]
    [InlineData("once:a* ; all : *b", "b", RecordMode.All)]
    [InlineData("once:a* ; all : *b", "c", null)]
    public void With_a_pattern_it_holds_for_the_cassettes_whose_name_fits(string value, string? cassette, RecordMode? mode) =>
        Assert.Equal(mode, RecordModeVariable.Find(value, cassette));

    [Theory]
    [InlineData("sometimes", "'sometimes'")]
    [InlineData("0", "'0'")]
    [InlineData("none,all", "'none,all'")]
    [InlineData("rewrite:", "'rewrite:'")]
    [InlineData(":github/*", "':github/*'")]
    [InlineData("none;sometimes:a", "'sometimes:a'")]
    public void Any_other_value_is_an_error_that_says_what_is_allowed(string value, string shown)
    {
        using var library = new TemporaryLibrary();

        var fault = With(value, () => Assert.Throws<BetamaxException>(() => library.Use("a")));

        Assert.Contains(shown, fault.Message, StringComparison.Ordinal);
        Assert.Contains("once, new_episodes, none, all and rewrite", fault.Message, StringComparison.Ordinal);
        Assert.Contains("rewrite:github/*;none", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_records_one_cassette_again_while_the_others_are_played()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("github/a", RecordMode.Once, server.At("/"));
        await library.Record("other", RecordMode.Once, server.At("/"));

        using var rewritten = With("rewrite:github/*;none", () => library.Use("github/a"));
        using var played = With("rewrite:github/*;none", () => library.Use("other", RecordMode.All));

        Assert.Equal(["3"], await rewritten.GetAll(server.At("/")));
        Assert.Equal(["2"], await played.GetAll(server.At("/")));
    }

    [Fact]
    public async Task It_overrides_the_mode_of_every_cassette()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await library.Record("a", RecordMode.Once, server.At("/"));

        using var all = With("all", () => library.Use("a", RecordMode.None));
        Assert.True(all.IsRecording);
        With("none", () => Assert.Throws<CassetteNotFoundException>(() => library.Use("b", RecordMode.All)));
    }

    private static T With<T>(string value, Func<T> action)
    {
        Environment.SetEnvironmentVariable(RecordModeVariable.Name, value);
        try
        {
            return action();
        }
        finally
        {
            Environment.SetEnvironmentVariable(RecordModeVariable.Name, null);
        }
    }
}
