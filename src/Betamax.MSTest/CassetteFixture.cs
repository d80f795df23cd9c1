using System.ComponentModel;
using System.Reflection;
using Betamax.Testing;

namespace Betamax;

/// <summary>
/// Puts the cassette of a test in and takes it out. The package compiles a class into test projects that calls it before and
/// after each test. Tests themselves have no use for it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CassetteFixture
{
    /// <summary>Puts the cassette of a test in, if the test has one.</summary>
    /// <param name="context">The <c>TestContext</c> of the test.</param>
    /// <param name="assembly">The assembly of the test.</param>
    /// <param name="className">The full name of the test's class.</param>
    /// <param name="methodName">The name of the test's method.</param>
    /// <param name="displayName">The name that MSTest shows, which differs for each row of a test with parameters.</param>
    /// <param name="arguments">The arguments of the method; <see langword="null"/> = none.</param>
    public static void Begin(
        object context, Assembly assembly, string? className, string? methodName, string? displayName, object?[]? arguments)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(assembly);
        arguments ??= [];
        if (className is not null && assembly.GetType(className) is { } type && MethodOf(type, methodName, arguments) is { } method)
        {
            TestCassette.Begin(context, new($"{className}.{displayName}", type, method) { Arguments = arguments });
        }
    }

    /// <summary>Takes the cassette out, and saves it if the test has passed.</summary>
    /// <param name="context">The <c>TestContext</c> of the test.</param>
    /// <param name="passed">Whether the test has passed so far.</param>
    /// <param name="failure">The test's exception as text; <see langword="null"/> = none.</param>
    /// <param name="output">Writes a line to the output of the test.</param>
    public static void End(object context, bool passed, string? failure, Action<string> output) =>
        TestCassette.End(context, passed, failure, output);

    // MSTest tells the name only; overloads are told apart by what they take.
    private static MethodInfo? MethodOf(Type type, string? name, object?[] arguments) => type.GetMethods()
        .Where(method => method.Name == name && IsTest(method))
        .MinBy(method => Math.Abs(method.GetParameters().Length - arguments.Length));

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes(inherit: true).Any(attribute => IsTest(attribute.GetType()));

    private static bool IsTest(Type? attribute) =>
        attribute is not null && (attribute.Name == "TestMethodAttribute" || IsTest(attribute.BaseType));
}
