[assembly: LevelOfParallelism(4)]

namespace Betamax.FrameworkTests;

/// <summary>Scenarios that the tests of the library run and check. Some of them fail on purpose.</summary>
[Category("Scenario")]
[UseCassette(Directory = Films.Recorded)]
public sealed class Scenarios
{
    [TestCase("alien")]
    [TestCase("brazil")]
    [TestCase("a/c")]
    public async Task Row(string film)
    {
        await Task.Yield();
        Assert.That(await Films.Get(film), Is.EqualTo(film));
        Assert.That(Recorder.Current!.Cassette.Interactions.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Fails_after_it_has_recorded()
    {
        await Films.Get("lost");
        Assert.Fail("on purpose");
    }

    [Test]
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

    [Test]
    [UseCassette("once", Directory = Films.Recorded, RecordMode = RecordMode.NewEpisodes)]
    public async Task Fails_with_a_cassette()
    {
        await Films.Get("lost");
        Assert.Fail("on purpose");
    }

    [Test]
    [UseCassette("once", Directory = Films.Recorded, Configuration = typeof(PlayedWhole))]
    public void Plays_nothing_of_what_must_be_played()
    {
    }

    [Test]
    [UseCassette("once", Directory = Films.Recorded)]
    public void Swallows_a_refusal_and_passes() => _ = Films.Get("unknown").Exception;
}

/// <summary>Two tests that run at the same time. The server answers when it has received the requests of both.</summary>
[Category("Scenario")]
[Parallelizable(ParallelScope.Children)]
public sealed class ParallelScenarios
{
    [Test]
    [UseCassette("meets-a", Directory = Films.Recorded)]
    public Task Meets_the_other() => Films.Meet("a");

    [Test]
    [UseCassette("meets-b", Directory = Films.Recorded)]
    public Task Is_met_by_the_other() => Films.Meet("b");
}
