namespace Betamax.FrameworkTests;

public sealed class SetUpTests
{
    private string _before = "";

    [SetUp]
    public async Task Set_up() => _before = await Films.Get("before");

    [Test]
    [UseCassette(RecordMode = RecordMode.None)]
    public void What_set_up_asks_for_is_on_the_cassette_of_a_method() => Assert.That(_before, Is.EqualTo("Before"));
}

[UseCassette(RecordMode = RecordMode.None)]
public sealed class SetUpOfClassTests
{
    private string _before = "";

    [SetUp]
    public async Task Set_up() => _before = await Films.Get("before");

    [Test]
    public void What_set_up_asks_for_is_on_the_cassette_of_a_class() => Assert.That(_before, Is.EqualTo("Before"));
}

[UseCassette(RecordMode = RecordMode.None)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FixtureOfOneTestTests : IDisposable
{
    private readonly string _before = Films.GetNow("before");

    public void Dispose() => GC.SuppressFinalize(this);

    [Test]
    public void What_its_constructor_asks_for_is_on_the_cassette() => Assert.That(_before, Is.EqualTo("Before"));
}
