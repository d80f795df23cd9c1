namespace Betamax.FrameworkTests;

public sealed class WithoutCassetteTests
{
    [Test]
    public void A_test_without_the_attribute_has_no_recorder() => Assert.That(Recorder.Current, Is.Null);
}
