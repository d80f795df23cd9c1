#pragma warning disable CA2234 // An example stays short: a text in place of a Uri.

namespace Betamax.FrameworkTests.Docs;

/// <summary>The test in README.md: compiled, and run.</summary>
public class GitHubTests
{
    private static readonly HttpClient Client = new(Recorder.CreateAmbientHandler());

    [Fact, UseCassette]
    public async Task Finds_a_user() =>
        Assert.Contains("octocat", await Client.GetStringAsync("https://api.github.com/users/octocat"));
}
