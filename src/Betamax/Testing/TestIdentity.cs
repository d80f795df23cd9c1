using System.Reflection;

namespace Betamax.Testing;

/// <summary>A test, as its framework knows it.</summary>
/// <param name="Id">What tells it from every other test of the run, and is the same when it is run again.</param>
/// <param name="Class">The class of the test: of an inherited test the one that inherits it.</param>
/// <param name="Method">The method of the test.</param>
public sealed record TestIdentity(string Id, Type Class, MethodInfo Method)
{
    /// <summary>What the class is constructed with, where its tests run several times with different values.</summary>
    public IReadOnlyList<object?> ClassArguments { get; init; } = [];

    /// <summary>The arguments of the method, where the test runs several times with different ones.</summary>
    public IReadOnlyList<object?> Arguments { get; init; } = [];

    /// <summary>
    /// Tells apart the rows of a test whose arguments have no text of their own: a number, or the framework's name of the row.
    /// It must be the same in every run. <see langword="null"/> if the framework has nothing like it.
    /// </summary>
    public string? Row { get; init; }
}
