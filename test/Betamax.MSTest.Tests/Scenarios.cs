[assembly: Parallelize(Workers = 4, Scope = ExecutionScope.MethodLevel)]

namespace Betamax.FrameworkTests;

/// <summary>Scenarios that the tests of the library run and check. Some of them fail on purpose.</summary>
[TestClass]
[TestCategory("Scenario")]
[UseCassette(Directory = Films.Recorded)]
public sealed class Scenarios
{
    [TestMethod]
    [DataRow("alien")]
    [DataRow("brazil")]
    [DataRow("a/c")]
    public async Task Row(string film)
    {
        await Task.Yield();
        Assert.AreEqual(film, await Films.Get(film));
        Assert.HasCount(1, Recorder.Current!.Cassette.Interactions);
    }

    [TestMethod]
    public async Task Fails_after_it_has_recorded()
    {
        await Films.Get("lost");
        Assert.Fail("on purpose");
    }

    [TestMethod]
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

    [TestMethod]
    [UseCassette("once", Directory = Films.Recorded, RecordMode = RecordMode.NewEpisodes)]
    public async Task Fails_with_a_cassette()
    {
        await Films.Get("lost");
        Assert.Fail("on purpose");
    }

    [TestMethod]
    [UseCassette("once", Directory = Films.Recorded, Configuration = typeof(PlayedWhole))]
    public void Plays_nothing_of_what_must_be_played()
    {
    }

    [TestMethod]
    [UseCassette("once", Directory = Films.Recorded)]
    public void Swallows_a_refusal_and_passes() => _ = Films.Get("unknown").Exception;
}

/// <summary>Two tests that run at the same time. The server answers when it has received the requests of both.</summary>
[TestClass]
[TestCategory("Scenario")]
public sealed class ParallelScenarios
{
    [TestMethod]
    [UseCassette("meets-a", Directory = Films.Recorded)]
    public Task Meets_the_other() => Films.Meet("a");

    [TestMethod]
    [UseCassette("meets-b", Directory = Films.Recorded)]
    public Task Is_met_by_the_other() => Films.Meet("b");
}
