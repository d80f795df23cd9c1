[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace Betamax.FrameworkTests;

/// <summary>Scenarios that the tests of the library run and check. Some of them fail on purpose.</summary>
[Trait("scenario", "record")]
[UseCassette(Directory = Films.Recorded)]
public sealed class Scenarios
{
    [Theory]
    [InlineData("alien")]
    [InlineData("brazil")]
    [InlineData("a/c")]
    public async Task Row(string film)
    {
        await Task.Yield();
        Assert.Equal(film, await Films.Get(film));
        Assert.Single(Recorder.Current!.Cassette.Interactions);
    }

    [Fact]
    public async Task Fails_after_it_has_recorded()
    {
        await Films.Get("lost");
        Assert.Fail("on purpose");
    }

    [Fact]
    [UseCassette("once", Directory = Films.Recorded)]
    public async Task Hides_a_refusal_and_fails()
    {
        try
        {
            await Films.Get("unknown");
        }
        catch (UnhandledRequestException)
        {
        }

        Assert.Fail("on purpose");
    }

    [Fact]
    [UseCassette("once", Directory = Films.Recorded, RecordMode = RecordMode.NewEpisodes)]
    public async Task Fails_with_a_cassette()
    {
        await Films.Get("lost");
        Assert.Fail("on purpose");
    }

    [Fact]
    [UseCassette("once", Directory = Films.Recorded, Configuration = typeof(PlayedWhole))]
    public void Plays_nothing_of_what_must_be_played()
    {
    }

    [Fact]
    [UseCassette("once", Directory = Films.Recorded)]
    public void Swallows_a_refusal_and_passes() => _ = Films.Get("unknown").Exception;
}

/// <summary>Runs at the same time as the next class. The server answers when it has received the requests of both.</summary>
[Trait("scenario", "record")]
public sealed class MeetingScenario
{
    [Fact]
    [UseCassette("meets-a", Directory = Films.Recorded)]
    public Task Meets_the_other() => Films.Meet("a");
}

[Trait("scenario", "record")]
public sealed class MetScenario
{
    [Fact]
    [UseCassette("meets-b", Directory = Films.Recorded)]
    public Task Is_met_by_the_other() => Films.Meet("b");
}
