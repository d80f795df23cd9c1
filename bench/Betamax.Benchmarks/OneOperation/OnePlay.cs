using BenchmarkDotNet.Attributes;
using Betamax.Benchmarks.Rows;
using Betamax.Benchmarks.Traffic;

namespace Betamax.Benchmarks.OneOperation;

/// <summary>Measures with BenchmarkDotNet: playing one GET of 2 KiB.</summary>
[InProcess]
[MemoryDiagnoser]
public class OnePlay : IDisposable
{
    private readonly Tapes _tapes = new();
    private HttpClient _dictionary = null!;
    private HttpClient _betamax = null!;
    private string _uri = null!;

    [Params(1, 1_000, 100_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _uri = Exchanges.UriOf(Length - 1);
        _dictionary = new(new DictionaryHandler(Playing.Answers(Length, Exchanges.UriOf)));
        _betamax = _tapes.Player(_tapes.Of(Length)).CreateClient();
    }

    [Benchmark(Baseline = true)]
    public Task<byte[]> Dictionary() => _dictionary.GetByteArrayAsync(_uri);

    [Benchmark]
    public Task<byte[]> Betamax() => _betamax.GetByteArrayAsync(_uri);

    [GlobalCleanup]
    public void Dispose()
    {
        _dictionary.Dispose();
        _betamax.Dispose();
        _tapes.Dispose();
        GC.SuppressFinalize(this);
    }
}
