using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Betamax.Tests.Streaming;

/// <summary>What a large body costs in memory. Each case is a class, so that the cases run in parallel.</summary>
public abstract class LargeBodyTests(string path, int mebibytes)
{
    private readonly long _length = mebibytes * 1024L * 1024;

    [Fact]
    public async Task A_large_body_takes_at_most_twice_its_length_more_than_without_a_recorder()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Answering(Answer);
        var uri = server.At(path).AbsoluteUri;

        var bare = await RecordingProcess.Run("large", "bare", library.Directory, uri, $"{_length}");
        var recorded = await RecordingProcess.Run("large", "Once", library.Directory, uri, $"{_length}");
        var played = await RecordingProcess.Run("large", "None", library.Directory, uri, $"{_length}");

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal([bare[0], bare[0]], [recorded[0], played[0]]);
        TestContext.Current.SendDiagnosticMessage(
            "{0}: recorded + {1:0.00} x the body, played + {2:0.00} x", path, More(recorded, bare), More(played, bare));
        Assert.InRange(More(recorded, bare), 0, 2);
        Assert.InRange(More(played, bare), 0, 2);
    }

    private double More(string[] one, string[] other) =>
        (double)(long.Parse(one[1], CultureInfo.InvariantCulture) - long.Parse(other[1], CultureInfo.InvariantCulture)) / _length;

    private async Task Answer(HttpContext context)
    {
        if (context.Request.Path == "/up")
        {
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.WriteAsync("thanks");
            return;
        }

        context.Response.ContentLength = context.Request.Path == "/down-in-chunks" ? null : _length;
        var piece = new byte[64 * 1024];
        var random = new Random(1);
        for (var sent = 0L; sent < _length; sent += piece.Length)
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

public sealed class LargeDownloadTests() : LargeBodyTests("/down", Thorough.Count(usual: 128, thorough: 256, onNet8: 128));

// Its buffer grows while it is read. In a shorter body the process itself counts for too much.
public sealed class LargeChunkedDownloadTests() : LargeBodyTests("/down-in-chunks", 256);

public sealed class LargeTextTests() : LargeBodyTests("/text", Thorough.Count(usual: 128, thorough: 256, onNet8: 128));

public sealed class LargeUploadTests() : LargeBodyTests("/up", Thorough.Count(usual: 128, thorough: 256, onNet8: 128));
