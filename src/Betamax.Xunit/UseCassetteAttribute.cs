using System.Runtime.CompilerServices;
using Betamax.Testing;

namespace Betamax;

/// <summary>
/// Gives a test, or each test of a class, a cassette of its own, named after the test and stored beside its source. Its
/// recorder is <see cref="Recorder.Current"/> from before the constructor until after <c>Dispose</c>. A client that outlives
/// the test follows it with a <see cref="Recorder.CreateAmbientHandler"/>.
/// </summary>
public sealed class UseCassetteAttribute : CassetteAttribute
{
    /// <inheritdoc/>
    public UseCassetteAttribute(string? name = null, [CallerFilePath] string sourceFile = "")
        : base(name, sourceFile)
    {
    }
}
