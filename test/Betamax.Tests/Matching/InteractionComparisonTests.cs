namespace Betamax.Tests.Matching;

public sealed class InteractionComparisonTests
{
    private static readonly Interaction Before = new(
        new("GET", "https://api.example.com/films/42?fields=title"),
        new RecordedResponse(200, "OK", "https://api.example.com/films/42?fields=title")
        {
            Headers = RecordedHeaders.Empty.With("Content-Type", "application/json; charset=utf-8").With("ETag", "\"a1\""),
            Body = RecordedBody.FromText("""{"id":42,"title":"Alien","cast":["Weaver","Hurt"]}"""),
        },
        new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Recordings_that_differ_only_in_time_and_notation_are_the_same() =>
        Assert.Empty(InteractionComparison.Compare(Before, Before with
        {
            RecordedAt = null,
            Request = Before.Request with { Uri = "https://api.example.com:443/films/42?fields=title" },
            Response = Before.Response with { Body = RecordedBody.FromText("""{ "title": "Alien", "id": 42.0, "cast": ["Weaver", "Hurt"] }""") },
        }));

    [Fact]
    public void Each_place_that_differs_is_found_in_the_request_and_in_the_response()
    {
        var after = new Interaction(
            new("GET", "https://api.example.com/films/42?fields=all") { Headers = RecordedHeaders.Empty.With("Accept", "application/json") },
            Before.Response with
            {
                StatusCode = 203,
                ReasonPhrase = "Non-Authoritative Information",
                Headers = Before.Response.Headers.With("ETag", "\"b2\"").With("Age", "7"),
                Body = RecordedBody.FromText("""{"id":42,"title":"Alien","cast":["Weaver","Holm"],"year":1979}"""),
            });

        Assert.Equal(
            [
                "Request query 'fields': title -> all",
                "Request header 'Accept': nothing -> application/json",
                "Response status: 200 -> 203",
                "Response reason phrase: OK -> Non-Authoritative Information",
                "Response header 'Age': nothing -> 7",
                "Response header 'ETag': \"a1\" -> \"b2\"",
                "Response $.cast[1]: \"Hurt\" -> \"Holm\"",
                "Response $.year: nothing -> 1979",
            ],
            Lines(Before, after));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "a=1&b=2", "b=3&a=1", "Request form 'b': 2 -> 3")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\n\r\none\r\n--x--", "--x\r\n\r\ntwo\r\n--x--", "Request part, body: 3 bytes, different from byte 0: one -> 3 bytes, different from byte 0: two")]
    [InlineData("text/plain", "one", "other", "Request body: 3 bytes, different from byte 1: ne -> 5 bytes, different from byte 1: ther")]
    public void Bodies_are_compared_as_their_media_type_says(string type, string before, string after, string expected) =>
        Assert.Equal(
            [expected],
            Lines(Before with { Request = Requests.Body(before, type) }, Before with { Request = Requests.Body(after, type) }));

    private static IEnumerable<string> Lines(Interaction before, Interaction after) =>
        InteractionComparison.Compare(before, after).Select(difference =>
            $"{difference.Side} {difference.Place}: {difference.Before ?? "nothing"} -> {difference.After ?? "nothing"}");
}
