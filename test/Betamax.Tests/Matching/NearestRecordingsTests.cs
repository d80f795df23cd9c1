using Betamax.Matching;

namespace Betamax.Tests.Matching;

public sealed class NearestRecordingsTests
{
    private static readonly RequestMatcher[] Matchers = [RequestMatchers.Method, RequestMatchers.Uri, RequestMatchers.JsonBody];

    [Fact]
    public void Recordings_with_most_matches_come_first_then_those_with_fewest_differences()
    {
        var asked = Requests.Body("""{"a":1,"b":2}""") with { Uri = "http://host/x?page=1" };
        RecordedRequest?[] tape =
        [
            new("GET", "https://elsewhere/"),
            asked with { Body = RecordedBody.FromText("""{"a":9,"b":9}""") },
            null,
            asked with { Body = RecordedBody.FromText("""{"a":1,"b":9}""") },
            asked with { Method = "PUT", Uri = "http://host/x?page=2" },
        ];

        var nearest = NearestRecordings.Find(asked, tape, Matchers);

        Assert.Equal([3, 1, 4], nearest.Select(near => near.Index));
        Assert.Same(tape[3], nearest[0].Request);
        Assert.Equal(["method", "uri", "json-body"], nearest[0].Results.Select(result => result.Matcher));
        Assert.Equal([true, true, false], nearest[0].Results.Select(result => result.Matched));
        Assert.Equal(["$.b: 2 / 9"], nearest[0].Results[2].Differences.Lines());
        Assert.Empty(nearest[0].Results[0].Differences);
        Assert.Equal(["query 'page': 1 / 2"], nearest[2].Results[1].Differences.Lines());
    }

    [Fact]
    public void Equally_near_recordings_are_in_the_order_of_the_tape() =>
        Assert.Equal(
            [0, 1, 2],
            NearestRecordings.Find(Requests.Get("http://host/"), [.. Enumerable.Range(0, 9).Select(i => Requests.Get($"http://host/{i}"))], Matchers)
                .Select(near => near.Index));

    [Fact]
    public void A_matcher_that_explains_nothing_counts_as_one_difference()
    {
        var never = RequestMatchers.Create("never", (_, _) => false);
        var near = Assert.Single(NearestRecordings.Find(Requests.Get(), [Requests.Get()], [never]));
        Assert.Equal([false], near.Results.Select(result => result.Matched));
        Assert.Empty(near.Results[0].Differences);
    }

    [Fact]
    public void An_empty_tape_has_no_nearest_recording() => Assert.Empty(NearestRecordings.Find(Requests.Get(), [null], Matchers));

    [Fact]
    public void On_a_long_tape_the_same_path_and_method_is_found_and_few_recordings_are_compared_in_full()
    {
        var compared = 0;
        var counting = RequestMatchers.Create("counting", (_, _) => ++compared < 0);
        RecordedRequest[] tape = [.. Enumerable.Range(0, 5000).Select(i => Requests.Get($"http://host/{i}"))];
        var asked = Requests.Get("http://host/4321?page=2");

        Assert.Equal(4321, NearestRecordings.Find(asked, tape, [RequestMatchers.Uri, counting])[0].Index);
        Assert.InRange(compared, 1, 100);
    }
}
