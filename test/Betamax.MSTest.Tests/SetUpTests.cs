namespace Betamax.FrameworkTests;

[TestClass]
public sealed class SetUpTests
{
    private string _before = "";

    [TestInitialize]
    public async Task Set_up() => _before = await Films.Get("before");

    [TestMethod]
    [UseCassette(RecordMode = RecordMode.None)]
    public void What_set_up_asks_for_is_on_the_cassette_of_a_method() => Assert.AreEqual("Before", _before);
}

[TestClass]
[UseCassette(RecordMode = RecordMode.None)]
public sealed class SetUpOfClassTests
{
    private string _before = "";

    [TestInitialize]
    public async Task Set_up() => _before = await Films.Get("before");

    [TestMethod]
    public void What_set_up_asks_for_is_on_the_cassette_of_a_class() => Assert.AreEqual("Before", _before);
}
