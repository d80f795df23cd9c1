using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Recording;

public sealed class ConcurrencyTests
{
    private const int Count = 1000;

    [Fact]
    public async Task A_thousand_parallel_requests_from_several_clients_each_get_their_own_answer()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(async context =>
        {
            using var question = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync($"{context.Request.Path} {await question.ReadToEndAsync()}");
        });

        foreach (var mode in new[] { RecordMode.Once, RecordMode.None })
        {
            await using var recorder = library.Use("a", mode);
            using var one = recorder.CreateClient();
            using var other = recorder.CreateClient();
            using var own = new HttpClient(recorder.CreateHandler(new SocketsHttpHandler()));
            HttpClient[] clients = [one, other, own];

            // Half of them use one URI. There only the body tells which answer belongs to which request.
            await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 100 }, async (number, cancellationToken) =>
            {
                var path = number % 2 == 0 ? $"/{number}" : "/same";
                using var response = await clients[number % clients.Length].PostAsync(
                    server.At(path), new StringContent($"{number}"), cancellationToken);
                Assert.Equal($"{path} {number}", await response.Content.ReadAsStringAsync(cancellationToken));
            });
        }

        Assert.Equal(Count, server.Requests.Count);
        Assert.Equal(Count, library.Load("a").Interactions.Count);
    }

    [Fact]
    public async Task Requests_that_are_played_in_recorded_time_do_not_wait_for_one_another()
    {
        using var library = new TemporaryLibrary();
        new Cassette(Enumerable.Range(0, 10).Select(number => new Interaction(
            new("GET", $"http://localhost/{number}"),
            new(200, "OK", $"http://localhost/{number}")
            {
                Body = RecordedBody.FromText("x"),
                Chunks = [new(1, TimeSpan.FromSeconds(1))],
            }))).Save(library.PathOf("a"));
        var clock = new Streaming.SteppedClock();
        await using var recorder = library.Use("a", new CassetteOptions { RecordMode = RecordMode.None, PlaybackSpeed = 1, TimeProvider = clock });
        using var client = recorder.CreateClient();

        var requests = Enumerable.Range(0, 10).Select(number => client.GetStringAsync($"http://localhost/{number}")).ToArray();
        Assert.All(requests, request => Assert.False(request.IsCompleted));
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.All(await Task.WhenAll(requests), body => Assert.Equal("x", body));
    }
}
