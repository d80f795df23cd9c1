namespace Betamax.FrameworkTests;

public sealed class WithoutCassetteTests
{
    [Fact]
    public void A_test_without_the_attribute_has_no_recorder() => Assert.Null(Recorder.Current);
}
