using System.Reflection;

namespace Betamax.Testing;

/// <summary>Identifies a test.</summary>
/// <param name="Id">A unique id of the test. It stays the same when the test runs again.</param>
/// <param name="Class">The class of the test. If the test is inherited, the class that inherits it.</param>
/// <param name="Method">The method of the test.</param>
public sealed record TestIdentity(string Id, Type Class, MethodInfo Method)
{
    /// <summary>
    /// The arguments of the class's constructor, if its tests run several times with different ones. None by default.
    /// </summary>
    public IReadOnlyList<object?> ClassArguments { get; init; } = [];

    /// <summary>The arguments of the method, if the test runs several times with different ones. None by default.</summary>
    public IReadOnlyList<object?> Arguments { get; init; } = [];
}
