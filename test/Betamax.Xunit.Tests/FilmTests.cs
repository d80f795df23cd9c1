namespace Betamax.FrameworkTests;

[UseCassette(RecordMode = RecordMode.None)]
public sealed class FilmTests : IDisposable
{
    private readonly HttpClient _client = new(Recorder.CreateAmbientHandler());

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_test_plays_the_cassette_beside_its_source()
    {
        Assert.Equal("Alien", await Films.Get("alien"));
        Assert.Equal(Films.PathBeside("FilmTests.A_test_plays_the_cassette_beside_its_source"), Recorder.Current?.CassettePath);
    }

    [Fact]
    public void A_synchronous_test_plays_too()
    {
        Assert.Equal("Alien", Films.GetNow("alien"));
    }

    [Fact]
    public async Task A_client_of_the_constructor_goes_by_the_tape() =>
        Assert.Equal("Alien", await _client.GetStringAsync(Films.At("alien")));

    [Theory]
    [InlineData("alien", 1979)]
    [InlineData("solaris", 1972)]
    public async Task Each_row_has_a_cassette(string film, int year)
    {
        Assert.Equal($"{film} {year}", await Films.Get($"{film}/{year}"));
        Assert.Equal($"FilmTests.Each_row_has_a_cassette({film},{year})", Films.CurrentCassette);
    }

    [Fact]
    [UseCassette("named/by hand")]
    public async Task A_name_of_its_own_and_the_mode_of_its_class()
    {
        Assert.Equal("Alien", await Films.Get("alien"));
        Assert.Equal("by hand", Films.CurrentCassette);
        Assert.False(Recorder.Current!.IsRecording);
    }
}
