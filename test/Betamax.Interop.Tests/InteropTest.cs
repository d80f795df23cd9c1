using System.Net;
using Betamax.Interop.Tests.Exchanges;
using Betamax.Interop.Tests.Python;

namespace Betamax.Interop.Tests;

/// <summary>The base class of the tests: a temporary library, and both recorders for the same requests.</summary>
public abstract class InteropTest : IDisposable
{
    protected const string CassetteName = "tape";

    private readonly InteropFixture _interop;

    protected InteropTest(InteropFixture interop)
    {
        ArgumentNullException.ThrowIfNull(interop);
        _interop = interop;
        Address = interop.Server.Address;
        Directory = System.IO.Directory.CreateTempSubdirectory("betamax-interop-").FullName;
    }

    protected string Address { get; }

    protected string Directory { get; }

    protected string CassettePath => Path.Combine(Directory, CassetteName + ".json");

    public void Dispose()
    {
        System.IO.Directory.Delete(Directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends the requests with Python Betamax and a cassette.</summary>
    internal Task<PythonAnswer> PythonAsync(
        PythonOptions options, IEnumerable<Step> steps, string cassette = CassetteName) =>
        _interop.Python.RunAsync(Directory, cassette, options, steps);

    /// <summary>Sends the requests with this library's recorder. Redaction is off, because both sides are compared.</summary>
    internal async Task<List<Seen>> DotNetAsync(CassetteOptions options, IEnumerable<Step> steps)
    {
        var library = new CassetteLibrary(Directory, options with { Redaction = Redaction.None });
        await using var recorder = library.UseCassette(CassetteName);
        using var client = recorder.CreateClient();
        return await DotNetClient.SendAsync(client, steps);
    }

    /// <summary>Sends the requests without a recorder.</summary>
    internal static async Task<List<Seen>> LiveAsync(IEnumerable<Step> steps)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        return await DotNetClient.SendAsync(client, steps);
    }

    /// <summary>Runs an action, and asserts that no request reaches the server.</summary>
    internal async Task<T> WithoutTheServerAsync<T>(Func<Task<T>> action)
    {
        var before = await _interop.Server.CountRequestsAsync();
        var result = await action();
        Assert.Equal(before, await _interop.Server.CountRequestsAsync());
        return result;
    }

    internal static void AssertSame(
        IEnumerable<Seen> expected, IEnumerable<Seen> actual, params string[] ignoredHeaders) =>
        Assert.Equal(
            expected.Select(seen => seen.Describe(ignoredHeaders)),
            actual.Select(seen => seen.Describe(ignoredHeaders)));
}
