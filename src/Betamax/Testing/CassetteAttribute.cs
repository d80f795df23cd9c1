namespace Betamax.Testing;

/// <summary>
/// Gives a test, or each test of a class, a cassette of its own. Each test framework has its <c>[UseCassette]</c>, which
/// derives from this. Where a method and its class both have one, the method's goes first and the class's fills its gaps.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public abstract class CassetteAttribute : CassetteSettingsAttribute
{
    /// <param name="name">
    /// The cassette's name, to which the arguments of a test with parameters are added. On a class it stands for the name of
    /// the class. <see langword="null"/> = the class and the method.
    /// </param>
    /// <param name="sourceFile">The source file in which the attribute stands.</param>
    protected CassetteAttribute(string? name, string sourceFile)
        : base(sourceFile) => Name = name;

    /// <summary>The name that was given; <see langword="null"/> = that of the test.</summary>
    public string? Name { get; }
}
