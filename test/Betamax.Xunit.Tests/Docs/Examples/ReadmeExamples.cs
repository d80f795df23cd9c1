#pragma warning disable CA2234 // Examples stay short: a string instead of a Uri.

namespace Betamax.FrameworkTests.Docs;

/// <summary>The test in README.md. It is compiled and run.</summary>
public class GitHubTests
{
    private static readonly HttpClient Client = new(Recorder.CreateAmbientHandler());

    [Fact, UseCassette]
    public async Task Finds_a_user() =>
        Assert.Contains("octocat", await Client.GetStringAsync("https://api.github.com/users/octocat"));
}
