using System.Runtime.CompilerServices;

namespace Betamax.Testing;

/// <summary>
/// What holds for the cassettes of all tests of an assembly, where their class or method does not say otherwise. It gives no
/// test a cassette. In a <see cref="CassetteSettingsAttribute.Directory"/> that is set here, the names of cassettes begin
/// with the namespace of the test.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CassetteDefaultsAttribute : CassetteSettingsAttribute
{
    /// <param name="sourceFile">The source file in which the attribute stands. The compiler fills it in.</param>
    public CassetteDefaultsAttribute([CallerFilePath] string sourceFile = "")
        : base(sourceFile)
    {
    }
}
