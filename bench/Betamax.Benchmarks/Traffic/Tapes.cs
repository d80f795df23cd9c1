namespace Betamax.Benchmarks.Traffic;

/// <summary>Creates cassettes of any length in a temporary directory, which is deleted when the process ends.</summary>
internal sealed class Tapes : IDisposable
{
    public Tapes() => Directory.CreateDirectory(Library.Directory);

    public CassetteLibrary Library { get; } = new(Path.Combine(Path.GetTempPath(), $"betamax-bench-{Environment.ProcessId}"));

    /// <summary>Gets the name of a cassette with the first exchanges. The cassette is created on first use.</summary>
    public string Of(int length, Func<int, RecordedRequest>? request = null, string kind = "get")
    {
        var name = $"{kind}-{length}";
        if (!File.Exists(PathOf(name)))
        {
            new Cassette(Enumerable.Range(0, length).Select(number => Interaction(number, (request ?? Get)(number)))).Save(PathOf(name));
        }

        return name;
    }

    public string PathOf(string name) => Path.Combine(Library.Directory, name + ".json");

    /// <summary>Opens a recorder that plays a cassette and repeats each answer as often as it is requested.</summary>
    public Recorder Player(string name, params IReadOnlyList<RequestMatcher> matchers) => Library.UseCassette(name, o => o with
    {
        RecordMode = RecordMode.None,
        AllowPlaybackRepeats = true,
        MatchRequestsOn = matchers.Count == 0 ? o.MatchRequestsOn : matchers,
    });

    public void Dispose() => Directory.Delete(Library.Directory, recursive: true);

    public static RecordedRequest Get(int number) => new("GET", Exchanges.UriOf(number))
    {
        Headers = RecordedHeaders.Empty.With("Accept-Encoding", "gzip, deflate, br"),
    };

    public static RecordedRequest GetPage(int number) => Get(number) with { Uri = Exchanges.PageUriOf(number) };

    public static Interaction Interaction(int number, RecordedRequest request) => new(
        request,
        new(200, "OK", request.Uri)
        {
            Headers = RecordedHeaders.Empty
                .With("Content-Type", "application/json; charset=utf-8")
                .With("Date", "Tue, 01 Jul 2025 10:00:00 GMT")
                .With("Server", "Kestrel")
                .With("Content-Length", $"{Exchanges.BodyLength}"),
            Body = RecordedBody.FromText(System.Text.Encoding.UTF8.GetString(Exchanges.BodyOf(number))),
        },
        new DateTimeOffset(2025, 7, 1, 10, 0, 0, TimeSpan.Zero));
}
