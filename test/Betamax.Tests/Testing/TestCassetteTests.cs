using Betamax.Testing;
using Betamax.Tests.House;

namespace Betamax.Tests.Testing;

public sealed class TestCassetteTests : IDisposable
{
    private const string Folder = "bin/test-cassettes";

    private static readonly AsyncLocal<(object, TestIdentity)?> Current = new();

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
    public void Two_rows_that_their_framework_does_not_tell_apart_are_an_error()
    {
        var row = Test(nameof(Scene.Three)) with { Arguments = [new object()] };
        TestCassette.Begin(this, row);
        TestCassette.End(this, passed: true, failure: null, _output.Add);
        TestCassette.Begin(this, row);

        Assert.Throws<BetamaxException>(() => TestCassette.Begin(new object(), row with { Arguments = [new object()] }));
    }

    [Fact]
    public void The_cassette_of_the_current_test_is_opened_before_the_test_begins_and_only_until_it_ends()
    {
        TestCassette.FollowCurrentTest(() => Current.Value);
        Current.Value = (this, Test(nameof(Scene.Five)));

        var recorder = Recorder.Current;
        TestCassette.Begin(this, Test(nameof(Scene.Five)));

        Assert.NotNull(recorder);
        Assert.Same(recorder, Recorder.Current);
        TestCassette.End(this, passed: true, failure: null, _output.Add);
        Assert.Null(Recorder.Current);
    }

    [Fact]
    public async Task A_refusal_is_shown_though_the_test_has_passed()
    {
        TestCassette.Begin(this, Test(nameof(Scene.Four)));
        using (var client = Recorder.Current!.CreateClient())
        {
            await Assert.ThrowsAsync<UnhandledRequestException>(() => client.GetAsync(new Uri("http://127.0.0.1:9/unknown")));
        }

        TestCassette.End(this, passed: true, failure: null, _output.Add);

        Assert.StartsWith("A request of this test was refused.", Assert.Single(_output), StringComparison.Ordinal);
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

        [TapedTest(Directory = Folder)]
        public static void Three()
        {
        }

        [TapedTest(Directory = Folder, Configuration = typeof(AsksForTheRecorder))]
        public static void Five()
        {
        }

        [TapedTest("empty", Directory = Folder, Configuration = typeof(EmptyCassette))]
        public static void Four()
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

    private sealed class AsksForTheRecorder : ICassetteConfiguration
    {
        public CassetteOptions Configure(CassetteOptions options) => Recorder.Current is null ? options : throw new InvalidOperationException();
    }

    /// <summary>Plays from a cassette on which there is nothing.</summary>
    private sealed class EmptyCassette : ICassetteConfiguration
    {
        public CassetteOptions Configure(CassetteOptions options)
        {
            var folder = Path.Combine(SourceTree.FindOrSkip().PathOf("test/Betamax.Tests/Testing"), Folder);
            Directory.CreateDirectory(folder);
            new Cassette([]).Save(Path.Combine(folder, "empty.json"));
            return options with { RecordMode = RecordMode.None };
        }
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
