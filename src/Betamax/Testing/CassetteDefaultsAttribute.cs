using System.Runtime.CompilerServices;

namespace Betamax.Testing;

/// <summary>
/// Settings for the cassettes of all tests of an assembly. The attribute of a class or method overrides them. This attribute alone
/// does not give any test a cassette. If <see cref="CassetteSettingsAttribute.Directory"/> is set here, the names of cassettes
/// begin with
/// the namespace of the test.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CassetteDefaultsAttribute : CassetteSettingsAttribute
{
    /// <param name="sourceFile">The source file that contains the attribute. The compiler fills it in.</param>
    public CassetteDefaultsAttribute([CallerFilePath] string sourceFile = "")
        : base(sourceFile)
    {
    }
}
