namespace Betamax.FrameworkTests;

[UseCassette(RecordMode = RecordMode.None)]
public sealed class SetUpTests : IAsyncLifetime
{
    private readonly string _constructed = Films.GetNow("constructed");
    private string _before = "";

    public async ValueTask InitializeAsync() => _before = await Films.Get("before");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_the_set_up_asks_for_is_on_the_cassette()
    {
        Assert.Equal("Constructed", _constructed);
        Assert.Equal("Before", _before);
        Assert.Equal("Alien", await Films.Get("alien"));
        Assert.Equal("SetUpTests.What_the_set_up_asks_for_is_on_the_cassette", Films.CurrentCassette);
    }
}
