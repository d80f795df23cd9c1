using Betamax.Cassettes;
using Betamax.Matching;

namespace Betamax.Tests.Matching;

public sealed class RecordingIndexTests
{
    private static readonly RequestMatcher[] Default = [RequestMatchers.Method, RequestMatchers.Uri];

    [Fact]
    public void Recordings_that_match_are_taken_first_in_first_out_each_once()
    {
        var index = IndexOf(Requests.Get("http://a/"), Requests.Get("http://b/"), Requests.Get("http://a/"));
        Assert.Equal([0, 2, null], Take(index, "http://a/", 3));
        Assert.Equal([1, null], Take(index, "http://b/", 2));
        Assert.Equal([null], Take(index, "http://c/", 1));
    }

    [Fact]
    public void A_recording_with_the_body_of_the_request_is_preferred()
    {
        var index = IndexOf(Requests.Body("one"), Requests.Body("two"), Requests.Body("two"), Requests.Body("three"));
        Assert.Equal(1, index.Take(new(Requests.Body("two")), repeat: false));
        Assert.Equal(3, index.Take(new(Requests.Body("three")), repeat: false));
        Assert.Equal(0, index.Take(new(Requests.Body("other")), repeat: false));
        Assert.Equal(2, index.Take(new(Requests.Body("one")), repeat: false));
        Assert.Null(index.Take(new(Requests.Body("two")), repeat: false));
    }

    [Fact]
    public void With_repeats_the_last_answer_of_a_poll_is_repeated_for_ever()
    {
        var index = IndexOf(Requests.Get(), Requests.Get(), Requests.Get());
        Assert.Equal([0, 1, 2, 2, 2], Take(index, "http://host/", 5, repeat: true));
    }

    [Fact]
    public void With_repeats_the_recording_with_the_same_body_is_played_again_before_unused_others()
    {
        var index = IndexOf(Requests.Body("one"), Requests.Body("two"), Requests.Body("one"), Requests.Body("three"));
        Assert.Equal([0, 2, 2], Enumerable.Range(0, 3).Select(_ => index.Take(new(Requests.Body("one")), repeat: true)));
        Assert.Equal([1, 3], index.Unused);
        Assert.Equal([1, 3, 3], Enumerable.Range(0, 3).Select(_ => index.Take(new(Requests.Body("other")), repeat: true)));
        Assert.Equal(2, index.Take(new(Requests.Body("one")), repeat: true));
        Assert.Equal(3, index.Take(new(Requests.Body("other")), repeat: true));
    }

    [Fact]
    public void A_recording_that_matches_one_variant_matches()
    {
        var index = IndexOf(Requests.Get("http://host/?key=<REDACTED>"), Requests.Get("http://host/?key=real"));
        var asked = new RequestVariants(Requests.Get("http://host/?key=real"), Requests.Get("http://host/?key=<REDACTED>"));
        Assert.Equal([0, 1, null], Enumerable.Range(0, 3).Select(_ => index.Take(asked, repeat: false)));
    }

    [Fact]
    public void The_body_of_the_request_is_preferred_among_the_recordings_of_all_variants()
    {
        var index = IndexOf(Requests.Body("other") with { Uri = "http://real/" }, Requests.Body("<R>") with { Uri = "http://redacted/" });
        var asked = new RequestVariants(Requests.Body("s") with { Uri = "http://real/" }, Requests.Body("<R>") with { Uri = "http://redacted/" });
        Assert.Equal([1, 0, null], Enumerable.Range(0, 3).Select(_ => index.Take(asked, repeat: false)));
    }

    [Fact]
    public void A_predicate_chooses_among_the_candidates_and_gets_one_variant_at_a_time()
    {
        var sameBody = RequestMatchers.Create("same-body", (request, recorded) => request.Body.Equals(recorded.Body));
        var index = new RecordingIndex([Requests.Body("one"), Requests.Body("two")], [.. Default, sameBody]);
        Assert.Null(index.Take(new(Requests.Body("three")), repeat: true));
        Assert.Equal(1, index.Take(new(Requests.Body("three"), Requests.Body("two")), repeat: false));
        Assert.Null(index.Take(new(Requests.Body("two")), repeat: false));
        Assert.Equal([0], index.Unused);
        Assert.Null(index.Take(new(Requests.Body("two") with { Uri = "http://host/x" }, Requests.Body("two") with { Method = "PUT" }), repeat: true));
    }

    [Fact]
    public void What_a_predicate_throws_reaches_the_caller_and_uses_nothing_up()
    {
        var faulty = RequestMatchers.Create("faulty", (_, _) => throw new InvalidTimeZoneException());
        var index = new RecordingIndex([Requests.Get()], [faulty]);
        Assert.Throws<InvalidTimeZoneException>(() => index.Take(new(Requests.Get()), repeat: false));
        Assert.Equal([0], index.Unused);
    }

    [Fact]
    public void A_dropped_recording_is_never_taken_and_never_unused()
    {
        var index = new RecordingIndex([null, Requests.Get(), null], Default);
        Assert.Equal([1, null], Take(index, "http://host/", 2));
        Assert.Empty(index.Unused);
    }

    [Fact]
    public void What_is_used_and_what_would_have_matched_is_known()
    {
        var index = IndexOf(Requests.Get("http://a/"), Requests.Get("http://b/"), Requests.Body("x") with { Method = "GET", Uri = "http://a/" });
        Assert.Empty(index.FindUsedMatches(new(Requests.Get("http://a/"))));
        index.Take(new(Requests.Body("x") with { Method = "GET", Uri = "http://a/" }), repeat: false);
        Assert.Equal([2], index.FindUsedMatches(new(Requests.Get("http://a/"))));
        Take(index, "http://a/", 2);

        Assert.Equal([0, 2], index.FindUsedMatches(new(Requests.Get("http://a/"), Requests.Get("http://A/"))));
        Assert.Empty(index.FindUsedMatches(new(Requests.Get("http://b/"))));
        Assert.Equal([1], index.Unused);
        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(index.PlayedFor.ContainsKey));
    }

    [Fact]
    public void Another_spelling_of_a_URI_finds_the_same_recordings()
    {
        var index = IndexOf(Requests.Get("http://host/a?x=1&y=2"), Requests.Get("http://host/a?y=2&x=1"), Requests.Get("HTTP://Host:80/%61?y=2&x=1"));
        Assert.Equal([0, 1], Take(index, "http://host/a?y=2&x=1", 2));
        Assert.Equal([2, null], Take(index, "http://host/./a?y=2&x=%31", 2));
    }

    [Fact]
    public void The_body_is_needed_if_a_matcher_reads_it_or_several_recordings_match()
    {
        RecordedRequest[] tape = [Requests.Get("http://a/"), Requests.Get("http://b/"), Requests.Get("http://a/")];
        Assert.True(new RecordingIndex(tape, Default).DependsOnBody(new(Requests.Get("http://a/"))));
        Assert.False(new RecordingIndex(tape, Default).DependsOnBody(new(Requests.Get("http://b/"))));
        Assert.True(new RecordingIndex(tape, [.. Default, RequestMatchers.JsonBody]).DependsOnBody(new(Requests.Get("http://b/"))));
        Assert.True(new RecordingIndex(tape, [.. Default, Tag(RequestParts.All)]).DependsOnBody(new(Requests.Get("http://b/"))));
        Assert.False(new RecordingIndex(tape, [.. Default, Tag(RequestParts.Headers)]).DependsOnBody(new(Requests.Get("http://b/"))));

        static RequestMatcher Tag(RequestParts reads) => RequestMatchers.Create("tag", request => request.Headers.First("X-Tag") ?? "", reads);
    }

    [Fact]
    public void Requests_are_counted_whether_they_find_a_recording_or_not()
    {
        var index = IndexOf(Requests.Get("http://a/"));
        Assert.Equal([null], Take(index, "http://b/", 1));
        Assert.Equal([0], Take(index, "http://a/", 1));
        Assert.Equal(2, index.PlayedFor[0]);
    }

    [Fact]
    public void Without_matchers_every_recording_matches() =>
        Assert.Equal(0, new RecordingIndex([Requests.Get("http://a/")], []).Take(new(Requests.Body("b")), repeat: false));

    [Fact]
    public void It_takes_what_a_search_of_the_whole_tape_takes()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var tagged = RequestMatchers.Create("tag", (request, recorded) => request.Uri.Contains('t') || !recorded.Uri.Contains('u'));
            RequestMatcher[] matchers = seed % 2 == 0 ? [RequestMatchers.Host] : [RequestMatchers.Host, tagged];
            RecordedRequest?[] tape = [.. Enumerable.Range(0, 30).Select(_ => random.Next(10) == 0 ? null : Any(random))];
            var index = new RecordingIndex(tape, matchers);
            var search = new TapeSearch(tape, matchers);
            for (var round = 0; round < 60; round++)
            {
                RecordedRequest[] asked = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Any(random))];
                var repeat = random.Next(2) == 0;
                Assert.Equal(search.Take(asked, repeat), index.Take(new(asked[0], asked.ElementAtOrDefault(1)), repeat));
            }
        }

        static RecordedRequest Any(Random random) =>
            Requests.Body($"{random.Next(3)}") with { Uri = $"http://{random.Next(3)}/{"tu"[random.Next(2)]}" };
    }

    private static RecordingIndex IndexOf(params RecordedRequest?[] recordings) => new(recordings, Default);

    private static IEnumerable<int?> Take(RecordingIndex index, string uri, int times, bool repeat = false) =>
        [.. Enumerable.Range(0, times).Select(_ => index.Take(new(Requests.Get(uri)), repeat))];
}
