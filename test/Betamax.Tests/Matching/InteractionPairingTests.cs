namespace Betamax.Tests.Matching;

public sealed class InteractionPairingTests
{
    [Fact]
    public void Matching_requests_are_paired_in_order_then_the_nearest_with_the_same_method_and_path()
    {
        Interaction[] before =
        [
            Call("POST", "https://api.example.com/login"),
            Call("GET", "https://api.example.com/films?page=1&size=10"),
            Call("GET", "https://api.example.com/films?page=2&size=10"),
            Call("GET", "https://api.example.com/status"),
            Call("GET", "https://api.example.com/status"),
            Call("DELETE", "https://api.example.com/session"),
        ];
        Interaction[] after =
        [
            Call("POST", "https://api.example.com/login"),
            Call("GET", "https://api.example.com/status"),
            Call("GET", "https://api.example.com/films?page=2&size=20"),
            Call("GET", "https://api.example.com/films?page=1&size=20"),
            Call("GET", "https://api.example.com/films/42"),
            Call("GET", "https://api.example.com/status"),
        ];

        var pairs = InteractionPairing.Pair(before, after);

        Assert.Equal([new(0, 0, true), new(3, 1, true), new(2, 2, false), new(1, 3, false), new(4, 5, true)], pairs.Pairs);
        Assert.Equal([5], pairs.Removed);
        Assert.Equal([4], pairs.Added);
    }

    [Fact]
    public void The_matchers_decide_what_matches()
    {
        Interaction[] before = [Post("""{"id":1,"q":"a"}"""), Post("""{"id":2,"q":"b"}""")];
        Interaction[] after = [Post("""{"id":8,"q":"b"}"""), Post("""{"id":9,"q":"a"}""")];

        var pairs = InteractionPairing.Pair(before, after, [RequestMatchers.Uri, RequestMatchers.JsonBody.Ignoring("$.id")]);

        Assert.Equal([new(1, 0, true), new(0, 1, true)], pairs.Pairs);
    }

    [Fact]
    public void A_recording_with_the_same_body_is_preferred() =>
        Assert.Equal(
            [new(1, 0, true), new(0, 1, true)],
            InteractionPairing.Pair([Post("one"), Post("two")], [Post("two"), Post("other")]).Pairs);

    [Fact]
    public void Empty_lists_have_no_pairs()
    {
        var pairs = InteractionPairing.Pair([], [Post("one")]);

        Assert.Empty(pairs.Pairs);
        Assert.Empty(pairs.Removed);
        Assert.Equal([0], pairs.Added);
    }

    private static Interaction Call(string method, string uri) => new(new(method, uri), new(200, "OK", uri));

    private static Interaction Post(string body) => new(Requests.Body(body), new(200, "OK", "http://host/"));
}
