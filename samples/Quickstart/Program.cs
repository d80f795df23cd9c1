// Records real HTTP calls on a cassette, stops the server, plays the calls back, and compares every answer.
//
//   dotnet run --project samples/Quickstart                          calls its own small API
//   dotnet run --project samples/Quickstart -- https://example.org   calls these URLs
//
// Exit code: 0 = every played answer equals the live one, 1 = one does not, 2 = the calls could not be made.

using Betamax;
using Quickstart;

// The steps below set their own modes. This variable would override them.
Environment.SetEnvironmentVariable("BETAMAX_RECORD_MODE", null);

try
{
    await using var api = args.Length == 0 ? await DemoApi.StartAsync() : null;
    IReadOnlyList<Call> calls = api?.Calls ?? [.. args.Select(Call.ToUrl)];
    var folder = Path.Combine(Path.GetTempPath(), $"betamax-quickstart-{Path.GetRandomFileName()[..8]}");
    var library = new CassetteLibrary(folder);
    Report.Title();

    // The cassette does not exist yet, so the recorder sends every call and records it.
    Report.Step("record", Report.Count(calls.Count, "call") + (api is null ? "" : $" to {api.Address}, a real HTTP API"));
    List<Answer> live = [];
    await using (var recorder = library.UseCassette("quickstart"))
    {
        using var client = recorder.CreateClient();
        foreach (var call in calls)
        {
            live.Add(await call.AskLiveAsync(client));
        }
    }

    if (api is not null)
    {
        await api.StopAsync();
        Report.Step("stop", await api.IsGoneAsync() ? $"that API; {api.Address} now refuses connections" : "that API");
    }

    // The cassette exists now. In mode None nothing is sent: a call without a recording is refused.
    Report.Step("play", "the same calls from the cassette, in RecordMode.None");
    List<Answer> played = [];
    await using var player = library.UseCassette("quickstart", o => o with { RecordMode = RecordMode.None });
    using (var client = player.CreateClient())
    {
        foreach (var call in calls)
        {
            played.Add(await call.AskAsync(client));
        }
    }

    List<Comparison> comparisons = [.. calls.Zip(live, played).Select(each => new Comparison(each.First, each.Second, each.Third))];
    Report.Results(comparisons, player, networkIsGone: api is not null);
    return comparisons.TrueForAll(comparison => comparison.IsEqual) ? 0 : 1;
}
catch (CallException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
catch (BetamaxException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}
