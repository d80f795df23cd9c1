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
    public void It_names_a_mode(string value, RecordMode mode) => Assert.Equal(mode, RecordModeVariable.Parse(value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_a_value_it_has_no_effect(string? value) => Assert.Null(RecordModeVariable.Parse(value));

    [Fact]
    public void Any_other_value_is_an_error_that_lists_the_four()
    {
        using var library = new TemporaryLibrary();

        var fault = With("sometimes", () => Assert.Throws<BetamaxException>(() => library.Use("a")));

        Assert.Contains("'sometimes'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("once, new_episodes, none and all", fault.Message, StringComparison.Ordinal);
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
