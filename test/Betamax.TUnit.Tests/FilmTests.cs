namespace Betamax.FrameworkTests;

[UseCassette(RecordMode = RecordMode.None)]
public sealed class FilmTests : IDisposable
{
    private readonly HttpClient _client = new(Recorder.CreateAmbientHandler());

    public void Dispose() => _client.Dispose();

    [Test]
    public async Task A_test_plays_the_cassette_beside_its_source()
    {
        await Assert.That(await Films.Get("alien")).IsEqualTo("Alien");
        await Assert.That(Recorder.Current?.CassettePath).IsEqualTo(Films.PathBeside("FilmTests.A_test_plays_the_cassette_beside_its_source"));
    }

    [Test]
    public async Task A_synchronous_test_plays_too()
    {
        await Assert.That(Films.GetNow("alien")).IsEqualTo("Alien");
    }

    [Test]
    public async Task A_client_of_the_constructor_goes_by_the_tape() =>
        await Assert.That(await _client.GetStringAsync(Films.At("alien"))).IsEqualTo("Alien");

    [Test]
    [Arguments("alien", 1979)]
    [Arguments("solaris", 1972)]
    public async Task Each_row_has_a_cassette(string film, int year)
    {
        await Assert.That(await Films.Get($"{film}/{year}")).IsEqualTo($"{film} {year}");
        await Assert.That(Films.CurrentCassette).IsEqualTo($"FilmTests.Each_row_has_a_cassette({film},{year})");
    }

    [Test]
    [UseCassette("named/by hand")]
    public async Task A_name_of_its_own_and_the_mode_of_its_class()
    {
        await Assert.That(await Films.Get("alien")).IsEqualTo("Alien");
        await Assert.That(Films.CurrentCassette).IsEqualTo("by hand");
        await Assert.That(Recorder.Current!.IsRecording).IsFalse();
    }
}
