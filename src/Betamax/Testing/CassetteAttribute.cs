namespace Betamax.Testing;

/// <summary>
/// Gives a test, or each test of a class, its own cassette. The <c>[UseCassette]</c> of each test framework derives from this.
/// If a method and its class both have the attribute, a setting of the method overrides the same setting of the class.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public abstract class CassetteAttribute : CassetteSettingsAttribute
{
    /// <param name="name">
    /// The cassette's name. If the test has arguments, they are appended. On a class it replaces the name of the class. If
    /// <see langword="null"/>, the cassette is named after the class and the method.
    /// </param>
    /// <param name="sourceFile">The source file that contains the attribute.</param>
    protected CassetteAttribute(string? name, string sourceFile)
        : base(sourceFile) => Name = name;

    /// <summary>The given name; <see langword="null"/> if the cassette is named after the test.</summary>
    public string? Name { get; }
}
