using System.Diagnostics;
using Betamax.Diagnostics;
using Betamax.Secrets;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Betamax.Tests.Diagnostics;

/// <summary>Not in parallel, because a listener sees the whole process.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests
{
    [Fact]
    public async Task OpenTelemetry_sees_a_span_for_each_request()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        List<Activity> spans = [];
        using (Sdk.CreateTracerProviderBuilder().AddSource("Betamax").AddInMemoryExporter(spans).Build())
        {
            await Traffic(library, server);
        }

        Assert.All(spans, span => Assert.Equal(("Betamax", "betamax.request"), (span.Source.Name, span.OperationName)));
        Assert.Equal(
            [
                $"recorded GET {server.At("/a?api_key=<REDACTED>").OriginalString} 200 ",
                $"played GET {server.At("/a?api_key=<REDACTED>").OriginalString} 200 ",
                $"refused GET {server.At("/b")}  Betamax.UnhandledRequestException",
                $"passed GET {server.At("/c")} 200 ",
            ],
            spans.Select(span =>
                $"{span.GetTagItem("betamax.outcome")} {span.GetTagItem("http.request.method")} {span.GetTagItem("url.full")} "
                + $"{span.GetTagItem("http.response.status_code")} {span.GetTagItem("error.type")}"));
        Assert.Equal(
            [library.PathOf("spans"), library.PathOf("spans"), library.PathOf("spans"), null],
            spans.Select(span => span.GetTagItem("betamax.cassette")));
        Assert.Equal(
            [ActivityStatusCode.Unset, ActivityStatusCode.Unset, ActivityStatusCode.Error, ActivityStatusCode.Unset],
            spans.Select(span => span.Status));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task OpenTelemetry_sees_how_many_requests_had_which_outcome()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        List<MetricSnapshot> metrics = [];
        using (Sdk.CreateMeterProviderBuilder().AddMeter("Betamax").AddInMemoryExporter(metrics).Build())
        {
            await Traffic(library, server);
        }

        var requests = Assert.Single(metrics);
        Assert.Equal(("betamax.requests", "{request}"), (requests.Name, requests.Unit));
        var outcomes = new Dictionary<string, long>();
        foreach (var point in requests.MetricPoints)
        {
            foreach (var tag in point.Tags)
            {
                outcomes.Add($"{tag.Key}={tag.Value}", point.GetSumLong());
            }
        }

        Assert.Equal(
            [("betamax.outcome=passed", 1L), ("betamax.outcome=played", 1L), ("betamax.outcome=recorded", 1L), ("betamax.outcome=refused", 1L)],
            outcomes.Select(one => (one.Key, one.Value)).Order());
    }

    [Fact]
    public void It_costs_nothing_when_nobody_listens()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        var secrets = new SecretFilter([], Redaction.Default);
        Assert.Null(RequestReport.Start(request, "a.json", secrets, TimeProvider.System, observer: null));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var again = 0; again < 1000; again++)
        {
            RequestReport.Start(request, "a.json", secrets, TimeProvider.System, observer: null)?.Dispose();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Sends four requests: recorded, played, refused, and without a recorder.</summary>
    private static async Task Traffic(TemporaryLibrary library, LoopbackServer server)
    {
        await library.Record("spans", RecordMode.Once, server.At("/a?api_key=s3cret"));
        using (var recorder = library.Use("spans"))
        {
            await recorder.GetAll(server.At("/a?api_key=s3cret"));
            await Assert.ThrowsAsync<UnhandledRequestException>(() => recorder.GetAll(server.At("/b")));
        }

        using var client = new HttpClient(Recorder.CreateAmbientHandler());
        await client.GetStringAsync(server.At("/c"));
    }
}
