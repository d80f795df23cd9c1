using System.Text;
using Betamax.Interop.Tests.Exchanges;
using Betamax.Interop.Tests.Scenarios;

namespace Betamax.Interop.Tests;

/// <summary>A token in a header, in the URI and in both bodies: httpbin echoes what it receives.</summary>
public sealed class PlaceholderTests(InteropFixture interop) : InteropTest(interop)
{
    private const string Secret = "s3cret-at-recording";
    private const string Other = "another-at-playback";

    [Fact]
    public async Task A_placeholder_of_Python_is_revealed_here()
    {
        await PythonAsync(new("once") { Placeholders = [new("<TOKEN>", Secret)] }, StepsWith(Secret));

        var played = await WithoutTheServerAsync(() => DotNetAsync(
            new() { RecordMode = RecordMode.None, Placeholders = [new("<TOKEN>", Other)] }, StepsWith(Other)));

        AssertFilledIn(Assert.Single(played));
    }

    [Fact]
    public async Task Our_placeholder_is_revealed_by_Python()
    {
        var recorded = await DotNetAsync(new() { Placeholders = [new("<TOKEN>", Secret)] }, StepsWith(Secret));
        Assert.Contains(Secret, Encoding.UTF8.GetString(Assert.Single(recorded).Body), StringComparison.Ordinal);

        var played = await WithoutTheServerAsync(() => PythonAsync(
            new("none") { Placeholders = [new("<TOKEN>", Other)] }, StepsWith(Other)));

        AssertFilledIn(Assert.Single(played.Exchanges)[^1]);
    }

    private Step[] StepsWith(string token) =>
    [
        Request.Post($"{Address}/anything?token={token}", "application/json", $$"""{"token": "{{token}}"}""")
            .With("X-Token", token),
    ];

    private void AssertFilledIn(Seen played)
    {
        var tape = File.ReadAllText(CassettePath);
        Assert.DoesNotContain(Secret, tape, StringComparison.Ordinal);
        Assert.Contains("<TOKEN>", tape, StringComparison.Ordinal);

        var body = Encoding.UTF8.GetString(played.Body);
        Assert.DoesNotContain("<TOKEN>", body, StringComparison.Ordinal);
        Assert.Equal(5, body.Split(Other).Length - 1);
        Assert.Contains(Other, played.Url, StringComparison.Ordinal);
    }
}
