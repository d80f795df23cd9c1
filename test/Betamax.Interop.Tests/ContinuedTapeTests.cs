using Betamax.Interop.Tests.Exchanges;
using Betamax.Interop.Tests.Scenarios;

namespace Betamax.Interop.Tests;

/// <summary>One library begins a cassette, the other continues it, and both can play all of it.</summary>
public sealed class ContinuedTapeTests(InteropFixture interop) : InteropTest(interop)
{
    [Fact]
    public async Task What_Python_began_and_we_continued_plays_on_both_sides()
    {
        var began = await PythonAsync(new("once"), First);
        var continued = await DotNetAsync(new() { RecordMode = RecordMode.NewEpisodes }, Second);

        await AssertBothPlayAsync([.. began.Exchanges.Select(hops => hops[^1]), .. continued]);
    }

    [Fact]
    public async Task What_we_began_and_Python_continued_plays_on_both_sides()
    {
        var began = await DotNetAsync(new(), First);
        var continued = await PythonAsync(new("new_episodes"), Second);

        await AssertBothPlayAsync([.. began, .. continued.Exchanges.Select(hops => hops[^1])]);
    }

    [Fact]
    public async Task What_Python_recorded_and_we_recorded_anew_plays_in_Python_as_we_saw_it()
    {
        var old = await PythonAsync(new("once"), [.. Second, .. First]);
        var anew = await DotNetAsync(new() { RecordMode = RecordMode.All }, Second);

        await AssertBothPlayAsync([.. old.Exchanges.Skip(Second.Length).Select(hops => hops[^1]), .. anew]);
    }

    private Step[] First => [Request.Get(Address + "/get?part=first"), Request.Get(Address + "/interop/latin1")];

    private Step[] Second => [Request.Get(Address + "/uuid"), Request.Get(Address + "/gzip")];

    private async Task AssertBothPlayAsync(IReadOnlyList<Seen> expected)
    {
        var inPython = await WithoutTheServerAsync(() => PythonAsync(new("none"), [.. First, .. Second]));
        var here = await WithoutTheServerAsync(() => DotNetAsync(
            new() { RecordMode = RecordMode.None, AllowUnusedInteractions = false }, [.. First, .. Second]));

        AssertSame(expected, inPython.Exchanges.Select(hops => hops[^1]));
        AssertSame(expected, here);
    }
}
