namespace Betamax.FrameworkTests;

[TestClass]
public sealed class WithoutCassetteTests
{
    [TestMethod]
    public void A_test_without_the_attribute_has_no_recorder() => Assert.IsNull(Recorder.Current);
}
