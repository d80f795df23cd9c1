using Betamax.Matching;

namespace Betamax.Tests.Matching;

/// <summary>
/// Measures what a search costs, in calls of matchers. Time is never measured. With 100,000 recordings, searches through the
/// whole group would take 10,000,000,000 steps, and the test would not end.
/// </summary>
public sealed class RecordingIndexCostTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public void A_search_computes_as_many_keys_on_a_short_tape_as_on_a_long_one(int length)
    {
        var counter = new CountingKey();
        var index = new RecordingIndex([.. Enumerable.Range(0, length).Select(i => Requests.Get($"http://host/{i}"))], [counter]);
        index.Take(new(Requests.Get("http://host/0")), repeat: false);
        Assert.Equal(length + 1, counter.Calls);

        for (var i = 1; i < 10; i++)
        {
            Assert.Equal(i, index.Take(new(Requests.Get($"http://host/{i}")), repeat: false));
        }

        Assert.Equal(length + 10, counter.Calls);
    }

    [Fact]
    public void The_key_of_a_matcher_that_reads_only_the_URI_is_computed_once_for_each_URI()
    {
        var calls = 0;
        var counting = RequestMatchers.Create("counting", Count, RequestParts.Uri);
        var index = new RecordingIndex([Requests.Get("http://host/1"), Requests.Get("http://host/2"), Requests.Get("http://host/1")], [counting]);
        Assert.Equal([0, 2, null], Enumerable.Range(0, 3).Select(_ => index.Take(new(Requests.Get("http://host/1")), repeat: false)));
        Assert.Equal(2, calls);

        string Count(RecordedRequest request)
        {
            calls++;
            return request.Uri;
        }
    }

    [Fact]
    public void The_index_is_built_by_the_first_search()
    {
        var counter = new CountingKey();
        var index = new RecordingIndex([Requests.Get()], [counter]);
        Assert.Equal([0], index.Unused);
        Assert.Equal(0, counter.Calls);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100_000)]
    public void Among_recordings_with_the_same_key_a_search_calls_a_predicate_once(int length)
    {
        var calls = 0;
        var counting = RequestMatchers.Create("counting", (_, _) => ++calls > 0);
        var order = Enumerable.Range(0, length).ToArray();
        new Random(5).Shuffle(order);
        var index = new RecordingIndex([.. Enumerable.Range(0, length).Select(i => Requests.Body($"{i}"))], [RequestMatchers.Uri, counting]);

        // The first half is found by the body and leaves gaps everywhere. The second half takes the rest in order.
        foreach (var i in order[..(length / 2)])
        {
            Assert.Equal(i, index.Take(new(Requests.Body($"{i}")), repeat: false));
        }

        foreach (var i in order[(length / 2)..].Order())
        {
            Assert.Equal(i, index.Take(new(Requests.Body("unknown")), repeat: false));
        }

        Assert.Equal(length, calls);
        Assert.Equal(order[..(length / 2)][^1], index.Take(new(Requests.Body($"{order[(length / 2) - 1]}")), repeat: true));
        Assert.Equal(length + 1, calls);
    }

    [Fact]
    public void Two_variants_with_the_same_key_and_body_are_looked_up_once()
    {
        var calls = 0;
        var never = RequestMatchers.Create("never", (_, _) => ++calls < 0);
        var index = new RecordingIndex([Requests.Body("other")], [RequestMatchers.Uri, never]);
        Assert.Null(index.Take(new(Requests.Body("a"), Requests.Body("a").With("X", "1")), repeat: true));
        Assert.Equal(2, calls);
    }

    [Fact]
    public void A_hundred_thousand_recordings_with_the_same_key_are_taken_and_repeated_at_constant_cost()
    {
        const int Length = 100_000;
        var index = new RecordingIndex([.. Enumerable.Range(0, Length).Select(i => Requests.Body(i % 2 == 0 ? "even" : "odd"))], [RequestMatchers.Uri]);
        for (var i = 0; i < Length / 2; i++)
        {
            Assert.Equal((2 * i) + 1, index.Take(new(Requests.Body("odd")), repeat: true));
            Assert.Equal(2 * i, index.Take(new(Requests.Body("unknown")), repeat: true));
        }

        for (var i = 0; i < Length; i++)
        {
            Assert.Equal(Length - 1, index.Take(new(Requests.Body("odd")), repeat: true));
            Assert.Equal(Length - 2, index.Take(new(Requests.Body("unknown")), repeat: true));
        }
    }

    private sealed class CountingKey() : KeyedRequestMatcher("counting")
    {
        public int Calls { get; private set; }

        public override string KeyOf(RecordedRequest request)
        {
            Calls++;
            return request.Uri;
        }
    }
}
