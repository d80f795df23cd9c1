using System.Runtime.CompilerServices;
using Betamax.Testing;

namespace Betamax.Tests.Testing;

/// <summary>Stands for the attribute of a test framework.</summary>
public sealed class TapedTestAttribute(string? name = null, [CallerFilePath] string sourceFile = "") : CassetteAttribute(name, sourceFile);
