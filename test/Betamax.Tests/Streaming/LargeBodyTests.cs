using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Betamax.Tests.Streaming;

public sealed class LargeBodyTests
{
    private const long Length = 256 * 1024 * 1024;

    [Theory]
    [InlineData("/down")]
    [InlineData("/down-in-chunks")]
    [InlineData("/text")]
    [InlineData("/up")]
    public async Task A_large_body_takes_at_most_twice_its_length_more_than_without_a_recorder(string path)
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(Answer);
        var uri = server.At(path).AbsoluteUri;

        var bare = await RecordingProcess.Run("large", "bare", library.Directory, uri);
        var recorded = await RecordingProcess.Run("large", "Once", library.Directory, uri);
        var played = await RecordingProcess.Run("large", "None", library.Directory, uri);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal([bare[0], bare[0]], [recorded[0], played[0]]);
        TestContext.Current.SendDiagnosticMessage(
            "{0}: recorded + {1:0.00} x the body, played + {2:0.00} x", path, More(recorded, bare), More(played, bare));
        Assert.InRange(More(recorded, bare), 0, 2);
        Assert.InRange(More(played, bare), 0, 2);
    }

    private static double More(string[] one, string[] other) =>
        (double)(long.Parse(one[1], CultureInfo.InvariantCulture) - long.Parse(other[1], CultureInfo.InvariantCulture)) / Length;

    private static async Task Answer(HttpContext context)
    {
        if (context.Request.Path == "/up")
        {
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.WriteAsync("thanks");
            return;
        }

        context.Response.ContentLength = context.Request.Path == "/down-in-chunks" ? null : Length;
        var piece = new byte[64 * 1024];
        var random = new Random(1);
        for (var sent = 0L; sent < Length; sent += piece.Length)
        {
            if (context.Request.Path == "/text")
            {
                piece.AsSpan().Fill((byte)'x');
            }
            else
            {
                random.NextBytes(piece);
            }

            await context.Response.Body.WriteAsync(piece);
        }
    }
}
