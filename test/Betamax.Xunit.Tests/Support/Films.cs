using System.Runtime.CompilerServices;
using Betamax.Testing;

namespace Betamax.FrameworkTests;

/// <summary>The requests of the tests of every framework, and the places of their cassettes.</summary>
internal static class Films
{
    /// <summary>The folder in which scenarios record, relative to their source. Each target framework has its own.</summary>
#if NET10_0
    public const string Recorded = "bin/recorded/net10.0";
#else
    public const string Recorded = "bin/recorded/net8.0";
#endif

    private static readonly Uri Address = new(Environment.GetEnvironmentVariable("BETAMAX_TEST_SERVER") ?? "http://films.test/");

    /// <summary>A client that is created before any test runs.</summary>
    public static HttpClient Client { get; } = new(Recorder.CreateAmbientHandler());

    /// <summary>The name of the current cassette.</summary>
    public static string? CurrentCassette => Path.GetFileNameWithoutExtension(Recorder.Current?.CassettePath);

    public static Uri At(string film) => new(Address, film);

    public static Task<string> Get(string film) => Client.GetStringAsync(At(film));

    /// <summary>Sends a request that the server only answers when the other test has sent its request too.</summary>
    public static async Task Meet(string side)
    {
        var met = await Get($"meet/{side}");
        if (met != $"meet/{side}" || Recorder.Current!.Cassette.Interactions.Count != 1)
        {
            throw new InvalidOperationException($"The tape of {side} has {met} and {Recorder.Current!.Cassette.Interactions.Count} interactions.");
        }
    }

    public static string GetNow(string film)
    {
        using var response = Client.Send(new HttpRequestMessage(HttpMethod.Get, At(film)));
        using var reader = new StreamReader(response.Content.ReadAsStream());
        return reader.ReadToEnd();
    }

    /// <summary>The default path of the cassette of a test.</summary>
    public static string PathBeside(string cassette, [CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(OnThisMachine(source))!, "cassettes", $"{cassette}.json");

    // In a deterministic build, the compiler does not use the real path.
    private static string OnThisMachine(string source) =>
        source.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(Root(), source[3..]) : source;

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Betamax.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}

/// <summary>A cassette must be played whole.</summary>
public sealed class PlayedWhole : ICassetteConfiguration
{
    public CassetteOptions Configure(CassetteOptions options) => options with { AllowUnusedInteractions = false };
}
