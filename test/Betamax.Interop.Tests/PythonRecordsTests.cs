using Betamax.Interop.Tests.Scenarios;

namespace Betamax.Interop.Tests;

public sealed class PythonRecordsTests(InteropFixture interop) : InteropTest(interop)
{
    private static readonly CassetteOptions Playing =
        new() { RecordMode = RecordMode.None, AllowUnusedInteractions = false };

    [Theory]
    [MemberData(nameof(AllScenarios.NamesAndExactnessInPython), MemberType = typeof(AllScenarios))]
    public async Task What_Python_records_plays_here_unchanged(string name, bool exactBytes)
    {
        var scenario = AllScenarios.Named(name);
        var steps = scenario.At(Address);
        var recorded = await PythonAsync(new("once") { PreserveExactBodyBytes = exactBytes }, steps);

        var played = await WithoutTheServerAsync(() => DotNetAsync(Playing, steps));

        AssertSame(recorded.Exchanges.Select(hops => hops[^1]), played);
        if (!scenario.Varies)
        {
            AssertSame(await LiveAsync(steps), played, "Date");
        }
    }

    [Theory]
    [MemberData(nameof(AllScenarios.NamesAndExactnessInPython), MemberType = typeof(AllScenarios))]
    public async Task Every_hop_that_Python_saw_is_an_interaction(string name, bool exactBytes)
    {
        var recorded = await PythonAsync(
            new("once") { PreserveExactBodyBytes = exactBytes }, AllScenarios.Named(name).At(Address));

        var cassette = Cassette.Load(CassettePath);

        Assert.Equal(
            recorded.Exchanges.SelectMany(hops => hops).Select(hop => (hop.Status, hop.Reason, hop.Url)),
            cassette.Interactions.Select(each => each.Response)
                .Select(response => (response.StatusCode, response.ReasonPhrase, response.Url)));
    }

    [Theory]
    [MemberData(nameof(AllScenarios.NamesAndExactnessInPython), MemberType = typeof(AllScenarios))]
    public async Task What_Python_recorded_and_we_saved_again_plays_in_Python_as_before(string name, bool exactBytes)
    {
        var steps = AllScenarios.Named(name).At(Address);
        var recorded = await PythonAsync(new("once") { PreserveExactBodyBytes = exactBytes }, steps);

        Cassette.Load(CassettePath).Save(Path.Combine(Directory, "copy.json"));
        var played = await WithoutTheServerAsync(() => PythonAsync(new("none"), steps, "copy"));

        AssertSame(recorded.Exchanges.SelectMany(hops => hops), played.Exchanges.SelectMany(hops => hops));
        Assert.Equal(recorded.Cookies, played.Cookies);
    }

    [Fact]
    public async Task A_request_that_Python_did_not_record_is_refused_here()
    {
        await PythonAsync(new("once"), [Request.Get(Address + "/get")]);

        await WithoutTheServerAsync(() => Assert.ThrowsAsync<UnhandledRequestException>(
            () => DotNetAsync(Playing, [Request.Get(Address + "/get?another")])));
    }
}
