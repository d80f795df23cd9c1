using System.Runtime.CompilerServices;
using Betamax.Testing;

namespace Betamax.Tests.Testing;

/// <summary>What a test framework's attribute is to the library.</summary>
public sealed class TapedTestAttribute(string? name = null, [CallerFilePath] string sourceFile = "") : CassetteAttribute(name, sourceFile);
