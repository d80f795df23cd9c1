using BenchmarkDotNet.Attributes;
using Betamax.Benchmarks.Rows;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.OneOperation;

/// <summary>Measures with BenchmarkDotNet: playing one POST matched by its 2 KiB of JSON.</summary>
[InProcess]
[MemoryDiagnoser]
public class OneJsonPlay : IDisposable
{
    private readonly Tapes _tapes = new();
    private HttpClient _hash = null!;
    private HttpClient _betamax = null!;
    private byte[] _body = null!;

    [Params(1, 1_000, 100_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _body = Exchanges.BodyOf(Length - 1);
        _hash = new(new JsonHashHandler(Length));
        _betamax = PlayingJson.Player(_tapes, Length).CreateClient();
    }

    [Benchmark(Baseline = true)]
    public Task Hash() => PlayingJson.Post(_hash, _body);

    [Benchmark]
    public Task Betamax() => PlayingJson.Post(_betamax, _body);

    [GlobalCleanup]
    public void Dispose()
    {
        _hash.Dispose();
        _betamax.Dispose();
        _tapes.Dispose();
        GC.SuppressFinalize(this);
    }
}
