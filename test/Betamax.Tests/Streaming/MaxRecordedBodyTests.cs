using Betamax.Recording.Traffic;
using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Streaming;

public sealed class MaxRecordedBodyTests
{
    private const int Limit = 1000;

    [Theory]
    [InlineData(Limit, Limit, true)]
    [InlineData(Limit, Limit + 1, false)]
    [InlineData(Limit + 1, Limit, false)]
    public async Task A_longer_body_reaches_its_reader_and_is_not_recorded(int requestLength, int responseLength, bool isRecorded)
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.WriteAsync(new string('x', responseLength));
        });
        List<string> warnings = [];
        List<RequestOutcome> outcomes = [];
        await using (var recorder = library.Use("a", new CassetteOptions { MaxRecordedBody = Limit, Warn = warnings.Add }))
        {
            using var client = new HttpClient(recorder.CreateHandler(new SocketsHttpHandler(), handled => outcomes.Add(handled.Outcome)));
            using var response = await client.PostAsync(server.At("/?token=t1"), new ByteArrayContent(new byte[requestLength]));
            Assert.Equal(responseLength, (await response.Content.ReadAsStringAsync()).Length);
        }

        Assert.Equal(isRecorded, library.Has("a"));
        Assert.Equal([isRecorded ? RequestOutcome.Recorded : RequestOutcome.NotRecorded], outcomes);
        if (!isRecorded)
        {
            var warning = Assert.Single(warnings);
            Assert.StartsWith($"A body of more than {Limit} bytes is not recorded: POST", warning, StringComparison.Ordinal);
            Assert.DoesNotContain("t1", warning, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_longer_body_can_still_be_matched()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var options = new CassetteOptions { MatchRequestsOn = [RequestMatchers.Body], RecordMode = RecordMode.NewEpisodes };
        var (one, other) = (new string('1', Limit), new string('2', Limit));
        await using (var recording = library.Use("a", options))
        {
            await recording.PostAll(server.Address, one);
        }

        await using var playing = library.Use("a", options with { MaxRecordedBody = Limit - 1, Warn = _ => { } });

        Assert.Equal(["1", "2"], await playing.PostAll(server.Address, one, other));
        Assert.Single(playing.Cassette.Interactions);
    }

    [Fact]
    public void A_buffer_never_overflows()
    {
        var piece = new byte[64 * 1024 * 1024];
        var buffer = new BodyBuffer(expected: long.MaxValue, limit: long.MaxValue);
        buffer.Append(piece);
        Assert.False(buffer.IsTooLarge);

        var small = new BodyBuffer(expected: null, limit: 10);
        for (var more = 0; more < 40; more++)
        {
            small.Append(piece);
        }

        Assert.True(small.IsTooLarge);
        Assert.True(small.Length > int.MaxValue);
        Assert.True(small.ToMemory().IsEmpty);
    }

    [Fact]
    public void A_negative_limit_is_refused()
    {
        using var library = new TemporaryLibrary();

        Assert.Throws<ArgumentException>(() => library.Use("a", new CassetteOptions { MaxRecordedBody = -1 }));
    }
}
