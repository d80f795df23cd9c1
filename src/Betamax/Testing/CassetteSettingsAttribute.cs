using System.Diagnostics.CodeAnalysis;

namespace Betamax.Testing;

/// <summary>What can be said of the cassettes of tests: for one test, for a class or for an assembly.</summary>
public abstract class CassetteSettingsAttribute : Attribute
{
    private protected CassetteSettingsAttribute(string sourceFile) => SourceFile = sourceFile;

    /// <summary>
    /// The directory of the cassettes. A relative one counts from the folder of the source file in which the attribute stands.
    /// By default <c>cassettes</c> beside the test's source.
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>
    /// When to record and when to play. Where it is not set, that of the class, of the assembly or of
    /// <see cref="Configuration"/> holds, and at last <see cref="RecordMode.Once"/>. The environment variable
    /// <c>BETAMAX_RECORD_MODE</c> goes before all of them.
    /// </summary>
    public RecordMode RecordMode
    {
        get => ChosenRecordMode ?? RecordMode.Once;
        set => ChosenRecordMode = value;
    }

    /// <summary>
    /// A type that sets every other option: an <see cref="ICassetteConfiguration"/> with a public constructor without
    /// parameters. Those of the assembly, of the class and of the method apply one after the other.
    /// </summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
    public Type? Configuration { get; set; }

    /// <summary>The source file in which the attribute stands, as the compiler was told to name it.</summary>
    internal string SourceFile { get; }

    // An attribute's argument cannot be nullable, and Once may be meant.
    internal RecordMode? ChosenRecordMode { get; private set; }
}
