using Betamax.FrameworkTests.Docs;
using Betamax.Testing;

#pragma warning disable CA2234 // Examples stay short: a string instead of a Uri.


[assembly: CassetteDefaults(Configuration = typeof(FilmCassettes))]

namespace Betamax.FrameworkTests.Docs;

/// <summary>The examples of docs/test-frameworks.md. They are compiled and run.</summary>
[UseCassette]
public class SearchTests
{
    private static readonly HttpClient Client = new(Recorder.CreateAmbientHandler());

    [Fact]
    public async Task Finds_a_film() =>
        Assert.Contains("Alien", await Client.GetStringAsync("https://films.example/search?title=alien"));

    [Theory]
    [InlineData(1979)]
    [InlineData(1982)]
    public async Task Lists_a_year(int year) =>
        Assert.NotEmpty(await Client.GetStringAsync($"https://films.example/{year}"));
}

public class NamedSearchTests
{
    private static readonly HttpClient Client = new(Recorder.CreateAmbientHandler());

    [Fact]
    [UseCassette("search", RecordMode = RecordMode.None)]
    public async Task Finds_another_film() =>
        Assert.Contains("Alien", await Client.GetStringAsync("https://films.example/search?title=alien"));
}

public sealed class FilmCassettes : ICassetteConfiguration
{
    public CassetteOptions Configure(CassetteOptions options) => options with
    {
        Placeholders = [new Placeholder("<API_KEY>", Environment.GetEnvironmentVariable("API_KEY") ?? "key-of-nobody")],
    };
}
