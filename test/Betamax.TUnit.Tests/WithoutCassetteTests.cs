namespace Betamax.FrameworkTests;

public sealed class WithoutCassetteTests
{
    [Test]
    public async Task A_test_without_the_attribute_has_no_recorder() => await Assert.That(Recorder.Current).IsNull();
}
