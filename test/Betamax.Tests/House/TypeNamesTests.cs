namespace Betamax.Tests.House;

public class TypeNamesTests
{
    [Theory]
    [InlineData("public sealed partial class Tape<T> where T : class { private class Inner { } }", "Tape")]
    [InlineData("record struct Tape(int A); enum Side { A } interface ITape;", "Tape Side ITape")]
    public void A_file_declares_its_outer_types(string source, string types) =>
        Assert.Equal(types, string.Join(' ', TypeNames.DeclaredBy(CSharpTokens.Of(source))));

    [Theory]
    [InlineData("Tape tape = new();")]
    [InlineData("var a = new Tape(1);")]
    [InlineData("IReadOnlyList<Tape> A => [];")]
    [InlineData("class A : Tape;")]
    [InlineData("record A(Tape? B);")]
    [InlineData("return Tape.Of(a);")]
    [InlineData("var a = b is Tape { C: 1 } ? 1 : 2;")]
    [InlineData("a switch { Tape => 1 };")]
    [InlineData("""var a = $"{Tape.Name}";""")]
    [InlineData("using A = System.Lazy<Tape>;")]
    public void A_file_uses_a_type(string source) => Assert.Contains("Tape", TypeNames.UsedBy(CSharpTokens.Of(source)));

    [Theory]
    [InlineData("string Tape { get; }")]
    [InlineData("string? Tape => null;")]
    [InlineData("string[] Tape(int a) { }")]
    [InlineData("record A(string Tape);")]
    [InlineData("var a = b.Tape;")]
    [InlineData("var a = new B { Tape = 1 };")]
    [InlineData("B(Tape: 1);")]
    [InlineData("// Tape\nvar a = \"Tape\";")]
    public void A_member_with_the_same_name_does_not_use_the_type(string source) =>
        Assert.DoesNotContain("Tape", TypeNames.UsedBy(CSharpTokens.Of(source)));

    [Theory]
    [InlineData("using Betamax.Storage;")]
    [InlineData("var a = Betamax.Storage.Tape.Of(b);")]
    public void A_room_may_be_named_by_its_namespace(string source) =>
        Assert.Equal(["Storage"], TypeNames.RoomsNamedBy(CSharpTokens.Of(source)));

    [Fact]
    public void The_namespace_of_a_file_does_not_name_a_room() =>
        Assert.Empty(TypeNames.RoomsNamedBy(CSharpTokens.Of("namespace Betamax.Storage;")));
}
