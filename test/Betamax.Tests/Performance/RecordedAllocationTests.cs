using System.Net;

namespace Betamax.Tests.Performance;

/// <summary>Measures what a recording allocates, on a new cassette and on a long one.</summary>
public sealed class RecordedAllocationTests
{
    private const int Requests = 500;
    private const int BodyLength = 2048;

#if DEBUG
    // Without optimization, each async method has its state on the heap.
    private const int Most = 8 * 1024;
#else
    private const int Most = 6 * 1024;
#endif

    [Fact]
    public void A_recording_of_2_KiB_allocates_as_much_on_a_long_tape_as_on_a_new_one()
    {
        using var library = new TemporaryLibrary();
        using var bare = new HttpClient(new Answering());
        Get(bare);
        var floor = Get(bare);
        using var recorder = new CassetteLibrary(library.Directory).UseCassette("a");
        using var client = new HttpClient(recorder.CreateHandler(new Answering()));
        Get(client);

        var few = Get(client) - floor;
        for (var i = 0; i < 10; i++)
        {
            Get(client);
        }

        var many = Get(client) - floor;

        // Includes what is kept: the body, and the lists that grow with the cassette.
        Assert.InRange(few, BodyLength, Most);
        Assert.InRange(many, few - 512, few + 512);
    }

    // Nothing here waits, so everything runs on this thread.
    private static long Get(HttpClient client)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var number = 1000; number < 1000 + Requests; number++)
        {
            var getting = client.GetByteArrayAsync($"http://host/items/{number}");
            Assert.True(getting.IsCompletedSuccessfully);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Requests;
    }

    private sealed class Answering : HttpMessageHandler
    {
        private readonly byte[] _body = [.. Enumerable.Repeat((byte)'x', BodyLength)];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(_body), RequestMessage = request };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/plain");
            response.Content.Headers.TryAddWithoutValidation("Content-Length", $"{BodyLength}");
            return Task.FromResult(response);
        }
    }
}
