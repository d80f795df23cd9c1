using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Authentication;
using Betamax.Cassettes;
using Betamax.Secrets;
using Betamax.Tests.Formats;

namespace Betamax.Tests.Fuzzing;

/// <summary>Checks what must hold for every file that is read as a cassette.</summary>
internal static class CassetteProperty
{
    // The limit is for the whole case: each request of each run can be refused and explained.
    private const long AllocatedAtMost = 256 << 20;
    private const long AllocatedPerByte = 4 << 10;
    private static readonly TimeSpan TakesAtMost = TimeSpan.FromMinutes(1);

    private static readonly Placeholder[] Placeholders = [new("<AUTH>", "AP8="), new("<X>", "x")];

    private static readonly CassetteOptions[] Runs =
    [
        new() { RecordMode = RecordMode.None, TimeProvider = new HurriedClock() },
        new()
        {
            RecordMode = RecordMode.None,
            TimeProvider = new HurriedClock(),
            AllowPlaybackRepeats = true,
            Placeholders = Placeholders,
            MatchRequestsOn =
            [
                RequestMatchers.Method, RequestMatchers.Host, RequestMatchers.Path, RequestMatchers.Query, RequestMatchers.Headers,
                RequestMatchers.DigestAuth, RequestMatchers.JsonBody, RequestMatchers.FormUrlEncodedBody, RequestMatchers.MultipartFormDataBody,
            ],
        },
    ];

    public static void Holds(byte[] bytes, TemporaryLibrary library)
    {
        var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        if (Read(bytes) is { } cassette)
        {
            ComesBack(cassette);
            IsMasked(cassette);
            File.WriteAllBytes(library.PathOf("a"), bytes);

            // A file of 0 bytes can be read, but it counts as a missing cassette.
            foreach (var options in bytes.Length == 0 ? [] : Runs)
            {
                Plays(cassette, library, options);
            }
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, AllocatedAtMost + (AllocatedPerByte * bytes.Length));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TakesAtMost);
    }

    private static Cassette? Read(byte[] bytes)
    {
        try
        {
            return CassetteText.Read([.. bytes]);
        }
        catch (CassetteFormatException fault)
        {
            Assert.InRange(fault.LineNumber!.Value, 1, 1 + bytes.AsSpan().Count((byte)'\n'));
            Assert.StartsWith("$", fault.JsonPath, StringComparison.Ordinal);
            return null;
        }
    }

    private static void ComesBack(Cassette cassette)
    {
        var saved = CassetteText.SaveBytes(cassette);
        var again = CassetteText.Read([.. saved]);
        Assert.Equal(cassette.Interactions.Select(Joined), again.Interactions.Select(Joined));
        Assert.Equal(Sorted(cassette.Unknown), Sorted(again.Unknown));
        Assert.Equal(saved, CassetteText.SaveBytes(again));
    }

    // If a name occurs twice, its values are written under the first. Unknown members are written after the keys that they
    // followed; the keys themselves are written in the order of the format.
    private static Interaction Joined(Interaction interaction) => interaction with
    {
        Unknown = Sorted(interaction.Unknown),
        Request = interaction.Request with { Headers = Joined(interaction.Request.Headers), Unknown = Sorted(interaction.Request.Unknown) },
        Response = interaction.Response with
        {
            Headers = Joined(interaction.Response.Headers),
            Trailers = Joined(interaction.Response.Trailers),
            Unknown = Sorted(interaction.Response.Unknown),
            UnknownInStatus = Sorted(interaction.Response.UnknownInStatus),
        },
    };

    private static UnknownMembers Sorted(UnknownMembers members) =>
        new([.. members.All.OrderBy(member => member.After, StringComparer.Ordinal)]);

    private static RecordedHeaders Joined(RecordedHeaders headers) => new(headers
        .GroupBy(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase)
        .Select(values => KeyValuePair.Create<string, IReadOnlyList<string>>(values.Key, [.. values.SelectMany(each => each)])));

    private static void IsMasked(Cassette cassette)
    {
        var secrets = new SecretFilter(Placeholders, Redaction.Default);
        var scan = new LeakScan(Placeholders, []);
        var masked = new Cassette(cassette.Interactions.Select(secrets.Hide));
        ComesBack(masked);
        foreach (var interaction in masked.Interactions)
        {
            _ = scan.Find(interaction);
            _ = secrets.Reveal(interaction);
        }
    }

    private static void Plays(Cassette cassette, TemporaryLibrary library, CassetteOptions options)
    {
        using var recorder = library.Use("a", options);
        using var raw = new HttpMessageInvoker(recorder.CreateHandler(new NoNetwork()));
        using var client = recorder.CreateClient();
        foreach (var recorded in cassette.Interactions)
        {
            foreach (var invoker in (HttpMessageInvoker[])[raw, client])
            {
                Ask(invoker, recorded.Request);
            }
        }
    }

    private static void Ask(HttpMessageInvoker invoker, RecordedRequest recorded)
    {
        using var patience = new CancellationTokenSource(TakesAtMost);
        try
        {
            using var request = ToMessage(recorded);
            if (request is null)
            {
                return;
            }

            using var response = invoker.Send(request, patience.Token);
            response.Content.ReadAsStream().CopyTo(Stream.Null);
        }
        catch (Exception fault) when (fault is BetamaxException or HttpRequestException or IOException or InvalidDataException or TaskCanceledException
            or InvalidOperationException { Source: "System.IO.Compression.Brotli" })
        {
            // It is refused, or fails like the live request, or its compression is damaged. Each decoder reports that differently.
        }
        catch (Exception fault) when (fault is SocketException or AuthenticationException or TimeoutException or OperationCanceledException)
        {
            // A recorded failure is thrown as the type that it names.
        }
        catch (Exception fault) when (fault is UriFormatException or NotSupportedException or System.Net.CookieException)
        {
            // A client that follows redirects throws this live too.
            Assert.IsAssignableFrom<HttpClient>(invoker);
        }

        Assert.False(patience.IsCancellationRequested);
    }

    private static HttpRequestMessage? ToMessage(RecordedRequest recorded)
    {
        if (!Uri.TryCreate(recorded.Uri, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        HttpRequestMessage request;
        try
        {
            request = new(new HttpMethod(recorded.Method), uri);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException)
        {
            return null;
        }

        request.Content = new ByteArrayContent(recorded.Body.Bytes.ToArray());
        foreach (var (name, values) in recorded.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, values))
            {
                request.Content.Headers.TryAddWithoutValidation(name, values);
            }
        }

        return request;
    }

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"{request.RequestUri} went to the network.");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"{request.RequestUri} went to the network.");
    }

    /// <summary>A clock on which every delay ends immediately.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
