using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Performance;

/// <summary>Measures how many bytes a recording writes. Time is never measured.</summary>
public sealed class RecordedBytesTests
{
    [Fact]
    public async Task As_much_is_written_for_the_thousandth_recording_as_for_the_first()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(context => context.Response.WriteAsync(new string('x', 2048)));
        using var recorder = new CassetteLibrary(library.Directory).UseCassette("a");
        using var client = recorder.CreateClient();

        var written = new List<long> { 0 };
        for (var number = 1000; number < 2000; number++)
        {
            await client.GetStringAsync(server.At($"/{number}"));
            written.Add(new FileInfo(recorder.CassettePath + ".journal").Length);
            Assert.False(File.Exists(recorder.CassettePath));
        }

        // Each line begins with its number, which grows to three digits. The first line of the journal is a header.
        var first = written[2] - written[1];
        Assert.InRange(first, 2048, 2048 + 1024);
        Assert.Equal(first + 2, written[^1] - written[^2]);
    }
}
