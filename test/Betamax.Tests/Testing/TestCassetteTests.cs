using Betamax.Testing;

namespace Betamax.Tests.Testing;

public sealed class TestCassetteTests : IDisposable
{
    private const string Folder = "bin/test-cassettes";

    private readonly List<string> _output = [];

    public void Dispose() => TestCassette.End(this, passed: false, failure: null, _output.Add);

    [Fact]
    public void A_test_without_the_attribute_has_no_recorder()
    {
        TestCassette.Begin(this, new("plain", typeof(TestCassetteTests), typeof(TestCassetteTests).GetMethod(nameof(Dispose))!));

        Assert.Null(Recorder.Current);
    }

    [Fact]
    public void Attributes_of_class_and_method_give_one_cassette()
    {
        TestCassette.Begin(this, Test(nameof(Scene.One)));
        var recorder = Recorder.Current;
        TestCassette.Begin(this, Test(nameof(Scene.One)));

        Assert.Same(recorder, Recorder.Current);
        TestCassette.End(this, passed: true, failure: null, _output.Add);
        Assert.Null(Recorder.Current);
    }

    [Fact]
    public void Two_tests_with_the_same_name_are_an_error()
    {
        TestCassette.Begin(this, Test(nameof(Scene.Two)));

        var fault = Assert.Throws<BetamaxException>(() => TestCassette.Begin(new object(), Test(nameof(Scene.Two)) with { Id = "another" }));
        Assert.Contains("Two tests have the same cassette, TestCassetteTests.Scene.Two", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_overrides_its_class()
    {
        TestCassette.Begin(this, Test(nameof(Scene.Refined)));

        Assert.Equal(["class", "method"], Steps.Taken.Value!);
        Assert.EndsWith($"method-tapes{Path.DirectorySeparatorChar}TestCassetteTests.Scene.Refined.json", Recorder.Current!.CassettePath, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_is_not_a_configuration_is_an_error_that_says_so()
    {
        var fault = Assert.Throws<BetamaxException>(() => TestCassette.Begin(this, Test(nameof(Scene.Wrong))));

        Assert.Contains("System.String, which cannot be used", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mode_that_needs_a_cassette_fails_before_the_test()
    {
        Assert.Throws<CassetteNotFoundException>(() => TestCassette.Begin(this, Test(nameof(Scene.Played))));
        Assert.Null(Recorder.Current);
    }

    private static TestIdentity Test(string method) =>
        new(method, typeof(Scene), typeof(Scene).GetMethod(method)!);

    [TapedTest(Directory = Folder, Configuration = typeof(ClassStep))]
    private sealed class Scene
    {
        [TapedTest(Directory = Folder)]
        public static void One()
        {
        }

        [TapedTest(Directory = Folder)]
        public static void Two()
        {
        }

        [TapedTest(Directory = "bin/method-tapes", Configuration = typeof(MethodStep))]
        public static void Refined()
        {
        }

        [TapedTest(Directory = Folder, Configuration = typeof(string))]
        public static void Wrong()
        {
        }

        [TapedTest(Directory = Folder, RecordMode = RecordMode.None)]
        public static void Played()
        {
        }
    }

    private sealed class ClassStep : ICassetteConfiguration
    {
        public CassetteOptions Configure(CassetteOptions options) => Steps.Take("class", options);
    }

    private sealed class MethodStep : ICassetteConfiguration
    {
        public CassetteOptions Configure(CassetteOptions options) => Steps.Take("method", options);
    }

    private static class Steps
    {
        public static AsyncLocal<List<string>?> Taken { get; } = new();

        public static CassetteOptions Take(string step, CassetteOptions options)
        {
            (Taken.Value ??= []).Add(step);
            return options;
        }
    }
}
