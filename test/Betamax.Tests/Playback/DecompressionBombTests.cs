using System.IO.Compression;

namespace Betamax.Tests.Playback;

public sealed class DecompressionBombTests
{
    private const int Expanded = 1 << 30;

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void A_small_body_that_expands_to_a_gibibyte_is_decoded_only_as_far_as_it_is_read(string coding)
    {
        using var library = new TemporaryLibrary();
        var response = new RecordedResponse(200, "OK", "http://127.0.0.1/")
        {
            Headers = new([new("Content-Encoding", [coding])]),
            Body = RecordedBody.FromBytes(Zeros(coding)),
        };
        new Cassette([new(new("GET", "http://127.0.0.1/"), response)]).Save(library.PathOf("bomb"));
        using var recorder = library.Use("bomb", RecordMode.None);
        using var client = recorder.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/");
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var played = client.Send(request, HttpCompletionOption.ResponseHeadersRead);
        var first = Enumerable.Repeat((byte)1, 100_000).ToArray();
        played.Content.ReadAsStream().ReadExactly(first);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(new byte[first.Length], first);
        Assert.InRange(allocated, 0, Expanded / 100);
    }

    private static byte[] Zeros(string coding)
    {
        var compressed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest),
            _ => new BrotliStream(compressed, CompressionLevel.Fastest),
        })
        {
            var zeros = new byte[1 << 20];
            for (var written = 0; written < Expanded; written += zeros.Length)
            {
                stream.Write(zeros);
            }
        }

        return compressed.ToArray();
    }
}
