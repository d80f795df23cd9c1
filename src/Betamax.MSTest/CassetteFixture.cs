using System.Reflection;
using Betamax.Testing;

namespace Betamax;

/// <summary>
/// What must be called before and after each test of an assembly. A C# project has the class that does so from this package;
/// in another language write one with a <c>[GlobalTestInitialize]</c> and a <c>[GlobalTestCleanup]</c>.
/// </summary>
public static class CassetteFixture
{
    /// <summary>Puts the cassette of a test in, if the test has one.</summary>
    /// <param name="context">The test.</param>
    /// <param name="assembly">The assembly of the test.</param>
    public static void Begin(TestContext context, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(assembly);
        var arguments = context.TestData ?? [];
        if (assembly.GetType(context.FullyQualifiedTestClassName!) is { } type && MethodOf(type, context, arguments) is { } method)
        {
            var id = $"{context.FullyQualifiedTestClassName}.{context.TestDisplayName}";
            TestCassette.Begin(context, new(id, type, method) { Arguments = arguments });
        }
    }

    /// <summary>Takes it out, and saves it if the test has passed.</summary>
    /// <param name="context">The test.</param>
    public static void End(TestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        TestCassette.End(
            context,
            passed: context.CurrentTestOutcome == UnitTestOutcome.Passed,
            context.TestException?.ToString(),
            context.WriteLine);
    }

    // MSTest tells the name only; overloads are told apart by what they take.
    private static MethodInfo? MethodOf(Type type, TestContext context, object?[] arguments) => type.GetMethods()
        .Where(method => method.Name == context.TestName && method.IsDefined(typeof(TestMethodAttribute), inherit: true))
        .MinBy(method => Math.Abs(method.GetParameters().Length - arguments.Length));
}
