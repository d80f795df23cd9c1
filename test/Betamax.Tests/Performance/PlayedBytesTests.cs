using System.Net;

namespace Betamax.Tests.Performance;

/// <summary>Measures what a play allocates. Time is never measured.</summary>
public sealed class PlayedBytesTests
{
    private const int Plays = 200;

    // docs/performance.md allows 1,024. Code that the JIT has not optimized yet allocates about 100 bytes more than this needs.
    private const int Most = 640;

    // An odd number of runs, for the median. The JIT can optimize a method at any time, and one of the runs then allocates less.
    private const int Rounds = 9;

    [Fact]
    public void A_play_allocates_a_few_objects_more_than_a_dictionary_on_a_tape_of_any_length()
    {
        using var library = new TemporaryLibrary();
        using var dictionary = new HttpClient(new DictionaryHandler());
        using var tapeOfOne = Player(library, 1);
        using var tapeOfMany = Player(library, 10_000);
        using var one = tapeOfOne.CreateClient();
        using var many = tapeOfMany.CreateClient();

        var floor = AllocatedBy(dictionary);
        var more = AllocatedBy(one) - floor;
        var moreOnALongTape = Enumerable.Range(0, Rounds).Select(_ => (One: AllocatedBy(one), Many: AllocatedBy(many))).Select(both => both.Many - both.One);

        Assert.InRange(more, 0, Most);
        Assert.InRange(Median(moreOnALongTape), -64, 64);
    }

    private static long Median(IEnumerable<long> values) => values.Order().ElementAt(Rounds / 2);

    private static Recorder Player(TemporaryLibrary library, int length)
    {
        var name = $"{length}";
        new Cassette(Enumerable.Range(0, length).Select(Interaction)).Save(Path.Combine(library.Directory, name + ".json"));
        return new CassetteLibrary(library.Directory).UseCassette(
            name, options => options with { RecordMode = RecordMode.None, AllowPlaybackRepeats = true });
    }

    private static long AllocatedBy(HttpClient client)
    {
        Play(client);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Play(client);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Plays;
    }

    // Nothing here waits, so everything runs on this thread.
    private static void Play(HttpClient client)
    {
        for (var i = 0; i < Plays; i++)
        {
            var playing = client.GetByteArrayAsync(UriOf(0));
            Assert.True(playing.IsCompletedSuccessfully);
            Assert.Equal(2048, playing.Result.Length);
        }
    }

    private static string UriOf(int number) => $"http://host/items/{number}";

    private static Interaction Interaction(int number) => new(
        new("GET", UriOf(number)),
        new(200, "OK", UriOf(number))
        {
            Headers = RecordedHeaders.Empty.With("Content-Type", "text/plain").With("Server", "Kestrel").With("Content-Length", "2048"),
            Body = RecordedBody.FromText(new string('x', 2048)),
        });

    private sealed class DictionaryHandler : HttpMessageHandler
    {
        private readonly Dictionary<string, byte[]> _answers = new() { [UriOf(0)] = new byte[2048] };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent(_answers[request.RequestUri!.AbsoluteUri]),
                RequestMessage = request,
            });
    }
}
