using Betamax.Testing;

namespace Betamax.Tests.Testing;

public sealed class TestNameTests
{
    [Fact]
    public void A_test_gives_its_class_and_its_method() =>
        Assert.Equal("TestNameTests.Given.Plain", NameOf<Given>(nameof(Given.Plain)));

    [Fact]
    public void A_generic_class_gives_its_type_arguments() =>
        Assert.Equal("TestNameTests.GivenOf{Int32,List{String}}.Plain", NameOf<GivenOf<int, List<string>>>("Plain"));

    [Fact]
    public void Arguments_are_added_in_the_same_way_on_every_machine() =>
        Assert.Equal(
            "TestNameTests.Given.Plain(1.5,true,null,text,[1,2],Wednesday,2024-05-04)",
            NameOf<Given>(nameof(Given.Plain), 1.5, true, null, "text", new[] { 1, 2 }, DayOfWeek.Wednesday, new DateOnly(2024, 5, 4)));

    [Fact]
    public void The_arguments_of_a_fixture_are_added_to_its_class() =>
        Assert.Equal(
            "TestNameTests.Given(2).Plain(1)",
            TestName.Create(Test<Given>("Plain", 1) with { ClassArguments = [2] }, TestSettings.Read(Test<Given>("Plain"))!));

    [Fact]
    public void A_name_of_the_class_stands_for_the_class() =>
        Assert.Equal("github/issues.Plain(1)", NameOf<Named>(nameof(Named.Plain), 1));

    [Fact]
    public void A_name_of_the_method_stands_for_all_but_the_arguments() =>
        Assert.Equal("by hand(a)", NameOf<Named>(nameof(Named.ByHand), "a"));

    [Theory]
    [InlineData("a/b", "a:b")]
    [InlineData("../x", "..\\x")]
    [InlineData("?", "*")]
    [InlineData("\ud83d\ude00", "\ud800")]
    public void Invalid_characters_are_replaced_and_names_stay_different(string one, string other)
    {
        var names = new[] { NameOf<Given>("Plain", one), NameOf<Given>("Plain", other) };

        Assert.NotEqual(names[0], names[1]);
        Assert.All(names, name => Assert.Matches(@"^TestNameTests\.Given\.Plain\([\w.]+\)~[0-9a-f]{8}$", name));
    }

    [Fact]
    public void A_long_name_is_truncated_and_stays_different_from_others()
    {
        var names = new[] { NameOf<Given>("Plain", new string('é', 500) + "a"), NameOf<Given>("Plain", new string('é', 500) + "b") };

        Assert.NotEqual(names[0], names[1]);
        Assert.All(names, name => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 100, 130));
    }

    [Fact]
    public void The_hash_is_the_same_in_every_run() =>
        Assert.Equal("TestNameTests.Given.Plain(a_b)~03980397", NameOf<Given>("Plain", "a/b"));

    [Theory]
    [InlineData("Con.Plain", "_Con.Plain")]
    [InlineData("LPT1.Plain", "_LPT1.Plain")]
    [InlineData("Context.Plain", "Context.Plain")]
    public void The_name_of_a_Windows_device_is_replaced(string text, string expected) =>
        Assert.StartsWith(expected, SafeText.MakeFileName(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("con")]
    [InlineData("nul.x")]
    [InlineData("lpt9")]
    [InlineData("com1 .x")]
    [InlineData("ends with a dot.")]
    [InlineData("ends with a space ")]
    [InlineData("...")]
    [InlineData("a\tb<c>d:e\"f|g?h*i/j\\k")]
    [InlineData("")]
    public void The_cassette_of_every_test_has_a_name_that_is_valid_on_every_system(string text)
    {
        var name = SafeText.MakeFileName(text);

        Assert.Equal(name + ".json", Betamax.Storage.CassetteName.ToKey(name, ".json"));
    }

    private static string NameOf<T>(string method, params object?[] arguments) =>
        TestName.Create(Test<T>(method, arguments), TestSettings.Read(Test<T>(method))!);

    private static TestIdentity Test<T>(string method, params object?[] arguments) =>
        new("id", typeof(T), typeof(T).GetMethod(method)!) { Arguments = arguments };

    private sealed class Given
    {
        [TapedTest]
        public static void Plain()
        {
        }
    }

    private sealed class GivenOf<TOne, TOther>
    {
        [TapedTest]
        public static (TOne?, TOther?) Plain() => default;
    }

    [TapedTest("github/issues")]
    private sealed class Named
    {
        public static void Plain()
        {
        }

        [TapedTest("by hand")]
        public static void ByHand()
        {
        }
    }
}
