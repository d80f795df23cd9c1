using System.Text.Json;
using Betamax.Interop.Tests.Exchanges;
using Betamax.Interop.Tests.Python;
using Betamax.Interop.Tests.Scenarios;

namespace Betamax.Interop.Tests;

public sealed class PythonPlaysTests(InteropFixture interop) : InteropTest(interop)
{
    [Theory]
    [MemberData(nameof(AllScenarios.NamesAndExactness), MemberType = typeof(AllScenarios))]
    public async Task What_we_record_plays_in_Python_unchanged(string name, bool exactBytes)
    {
        var steps = AllScenarios.Named(name).At(Address);
        var recorded = await DotNetAsync(new() { PreserveExactBodyBytes = exactBytes }, steps);

        var played = await WithoutTheServerAsync(() => PythonAsync(new("none"), steps));

        AssertSame(recorded, played.Exchanges.Select(hops => hops[^1]));
        Assert.Equal(
            Cassette.Load(CassettePath).Interactions.Select(each => (each.Response.StatusCode, each.Response.Url)),
            played.Exchanges.SelectMany(hops => hops).Select(hop => (hop.Status, hop.Url)));
    }

    [Fact]
    public async Task The_cookie_jar_of_Python_has_the_cookies_that_we_recorded()
    {
        Step[] steps = [Request.Get(Address + "/cookies/set?a=1&b=2"), Request.Get(Address + "/cookies")];
        var recorded = await DotNetAsync(new(), steps);

        var played = await WithoutTheServerAsync(() => PythonAsync(new("none"), steps));

        using var echoed = JsonDocument.Parse(recorded[^1].Body);
        Assert.Equal(
            echoed.RootElement.GetProperty("cookies").Deserialize<Dictionary<string, string>>(),
            played.Cookies);
        Assert.Equal(2, played.Cookies.Count);
    }

    [Fact]
    public async Task A_request_that_we_did_not_record_is_refused_in_Python()
    {
        await DotNetAsync(new(), [Request.Get(Address + "/get")]);

        var refusal = await WithoutTheServerAsync(() => Assert.ThrowsAsync<PythonException>(
            () => PythonAsync(new("none"), [Request.Get(Address + "/get?another")])));

        Assert.Contains("BetamaxError", refusal.Message, StringComparison.Ordinal);
    }
}
