using System.Diagnostics.CodeAnalysis;

namespace Betamax.Testing;

/// <summary>Settings for the cassette of a test, of each test of a class, or of each test of an assembly.</summary>
public abstract class CassetteSettingsAttribute : Attribute
{
    private protected CassetteSettingsAttribute(string sourceFile) => SourceFile = sourceFile;

    /// <summary>
    /// The directory of the cassettes. A relative path is resolved against the folder of the source file that contains the
    /// attribute. By default <c>cassettes</c> next to the test's source file.
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>
    /// When to record and when to play. If it is not set here, the first mode that is set applies: that of the class, of the assembly,
    /// or of <see cref="Configuration"/>; otherwise <see cref="RecordMode.Once"/>. The environment variable <c>BETAMAX_RECORD_MODE</c>
    /// overrides all of them.
    /// </summary>
    public RecordMode RecordMode
    {
        get => ChosenRecordMode ?? RecordMode.Once;
        set => ChosenRecordMode = value;
    }

    /// <summary>
    /// A type that sets the other options: an <see cref="ICassetteConfiguration"/> with a public constructor without parameters.
    /// If several are set, that of the assembly is applied first, then that of the class, then that of the method.
    /// </summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
    public Type? Configuration { get; set; }

    /// <summary>The source file that contains the attribute, as the compiler names it.</summary>
    internal string SourceFile { get; }

    /// <summary>
    /// The mode that is set; null if none is. The public property cannot be nullable, because it is an attribute argument.
    /// </summary>
    internal RecordMode? ChosenRecordMode { get; private set; }
}
