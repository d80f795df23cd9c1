namespace Betamax.FrameworkTests;

[UseCassette(RecordMode = RecordMode.None)]
public sealed class SetUpTests : IAsyncLifetime
{
    private readonly string _constructed = Films.GetNow("constructed");
    private string _before = "";

    public async Task InitializeAsync() => _before = await Films.Get("before");

    public async Task DisposeAsync() => Assert.Equal("Alien", await Films.Get("alien"));

    [Fact]
    public void What_set_up_and_dispose_ask_for_is_on_the_cassette()
    {
        Assert.Equal("Constructed", _constructed);
        Assert.Equal("Before", _before);
    }

    [Fact]
    public static void A_static_test_has_a_cassette_too() => Assert.Equal("Alien", Films.GetNow("alien"));
}
