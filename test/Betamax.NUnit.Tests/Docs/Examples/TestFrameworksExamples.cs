#pragma warning disable CA2234 // Examples stay short: a string instead of a Uri.

namespace Betamax.FrameworkTests.Docs;

/// <summary>The examples of docs/test-frameworks.md. They are compiled and run.</summary>
[UseCassette]
public class SearchTests
{
    private static readonly HttpClient Client = new(Recorder.CreateAmbientHandler());

    [Test]
    public async Task Finds_a_film() =>
        Assert.That(await Client.GetStringAsync("https://films.example/search?title=alien"), Does.Contain("Alien"));
}
