using System.Text.Json;
using Betamax.Interop.Tests.Exchanges;

namespace Betamax.Interop.Tests.Python;

/// <summary>Python Betamax in one process for all tests. It sends requests through a cassette.</summary>
internal sealed class PythonBetamax(string python) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        IncludeFields = true,
    };

    private readonly PythonProcess _process = PythonProcess.Start(python, "worker.py");

    /// <summary>Sends requests from Python, recording or playing according to the options, and returns the responses.</summary>
    /// <exception cref="PythonException">Python raised an exception.</exception>
    public async Task<PythonAnswer> RunAsync(
        string directory, string cassette, PythonOptions options, IEnumerable<Step> steps)
    {
        await _process.WriteLineAsync(JsonSerializer.Serialize(
            new { Library = directory, Cassette = cassette, Options = options, Steps = steps }, Json));
        var answer = JsonSerializer.Deserialize<PythonAnswer>(await _process.ReadLineAsync(), Json)!;
        return answer.Error is { } error ? throw new PythonException(error) : answer;
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
