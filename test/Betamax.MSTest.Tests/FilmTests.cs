namespace Betamax.FrameworkTests;

[TestClass]
[UseCassette(RecordMode = RecordMode.None)]
public sealed class FilmTests : IDisposable
{
    private readonly HttpClient _client = new(Recorder.CreateAmbientHandler());

    public void Dispose() => _client.Dispose();

    [TestMethod]
    public async Task A_test_plays_the_cassette_beside_its_source()
    {
        Assert.AreEqual("Alien", await Films.Get("alien"));
        Assert.AreEqual(Films.PathBeside("FilmTests.A_test_plays_the_cassette_beside_its_source"), Recorder.Current?.CassettePath);
    }

    [TestMethod]
    public void A_synchronous_test_plays_too()
    {
        Assert.AreEqual("Alien", Films.GetNow("alien"));
    }

    [TestMethod]
    public async Task A_client_of_the_constructor_goes_by_the_tape() =>
        Assert.AreEqual("Alien", await _client.GetStringAsync(Films.At("alien")));

    [TestMethod]
    [DataRow("alien", 1979)]
    [DataRow("solaris", 1972)]
    public async Task Each_row_has_a_cassette(string film, int year)
    {
        Assert.AreEqual($"{film} {year}", await Films.Get($"{film}/{year}"));
        Assert.AreEqual($"FilmTests.Each_row_has_a_cassette({film},{year})", Films.CurrentCassette);
    }

    [TestMethod]
    [UseCassette("named/by hand")]
    public async Task A_name_of_its_own_and_the_mode_of_its_class()
    {
        Assert.AreEqual("Alien", await Films.Get("alien"));
        Assert.AreEqual("by hand", Films.CurrentCassette);
        Assert.IsFalse(Recorder.Current!.IsRecording);
    }
}
