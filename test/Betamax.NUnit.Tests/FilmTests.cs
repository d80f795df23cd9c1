namespace Betamax.FrameworkTests;

[UseCassette(RecordMode = RecordMode.None)]
public sealed class FilmTests : IDisposable
{
    private readonly HttpClient _client = new(Recorder.CreateAmbientHandler());

    public void Dispose() => _client.Dispose();

    [Test]
    public async Task A_test_plays_the_cassette_beside_its_source()
    {
        Assert.That(await Films.Get("alien"), Is.EqualTo("Alien"));
        Assert.That(Recorder.Current?.CassettePath, Is.EqualTo(Films.PathBeside("FilmTests.A_test_plays_the_cassette_beside_its_source")));
    }

    [Test]
    public void A_synchronous_test_plays_too()
    {
        Assert.That(Films.GetNow("alien"), Is.EqualTo("Alien"));
    }

    [Test]
    public async Task A_client_of_the_constructor_goes_by_the_tape() =>
        Assert.That(await _client.GetStringAsync(Films.At("alien")), Is.EqualTo("Alien"));

    [TestCase("alien", 1979)]
    [TestCase("solaris", 1972)]
    public async Task Each_row_has_a_cassette(string film, int year)
    {
        Assert.That(await Films.Get($"{film}/{year}"), Is.EqualTo($"{film} {year}"));
        Assert.That(Films.CurrentCassette, Is.EqualTo($"FilmTests.Each_row_has_a_cassette({film},{year})"));
    }

    [Test]
    [UseCassette("named/by hand")]
    public async Task A_name_of_its_own_and_the_mode_of_its_class()
    {
        Assert.That(await Films.Get("alien"), Is.EqualTo("Alien"));
        Assert.That(Films.CurrentCassette, Is.EqualTo("by hand"));
        Assert.That(Recorder.Current!.IsRecording, Is.EqualTo(false));
    }
}
