namespace Betamax.FrameworkTests;

/// <summary>Started by the tests of the library, which say what must become of them.</summary>
[Category("Scenario")]
[UseCassette(Directory = Films.Recorded)]
public sealed class Scenarios
{
    [Test]
    [Arguments("alien")]
    [Arguments("brazil")]
    [Arguments("a/c")]
    public async Task Row(string film)
    {
        await Task.Yield();
        await Assert.That(await Films.Get(film)).IsEqualTo(film);
        await Assert.That(Recorder.Current!.Cassette.Interactions.Count).IsEqualTo(1);
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

/// <summary>Run at the same time as the next class: the server answers neither before it has heard from both.</summary>
[Category("Scenario")]
public sealed class MeetingScenario
{
    [Test]
    [UseCassette("meets-a", Directory = Films.Recorded)]
    public Task Meets_the_other() => Films.Meet("a");
}

[Category("Scenario")]
public sealed class MetScenario
{
    [Test]
    [UseCassette("meets-b", Directory = Films.Recorded)]
    public Task Is_met_by_the_other() => Films.Meet("b");
}
