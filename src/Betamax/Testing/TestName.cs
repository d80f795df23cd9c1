namespace Betamax.Testing;

/// <summary>The name of a test's cassette: <c>Class.Method(argument,argument)</c>.</summary>
internal static class TestName
{
    public static string Of(TestIdentity test, TestSettings settings)
    {
        var classArguments = ArgumentText.Of(test.ClassArguments);
        var arguments = ArgumentText.Of(test.Arguments);
        if (settings.MethodName is { } name)
        {
            return name + SafeText.Make(classArguments + arguments);
        }

        var method = test.Method.Name + TypeArguments(test.Method.GetGenericArguments());
        return settings.ClassName is { } className
            ? className + SafeText.Make($"{classArguments}.{method}{arguments}")
            : SafeText.MakeFileName($"{Class(test.Class, settings.DirectoryIsShared)}{classArguments}.{method}{arguments}");
    }

    private static string Class(Type type, bool withNamespace)
    {
        var names = Simple(type);
        for (var outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType)
        {
            names = $"{Simple(outer)}.{names}";
        }

        return (withNamespace && type.Namespace is { } space ? $"{space}." : "") + names + TypeArguments(type.GetGenericArguments());
    }

    private static string TypeArguments(Type[] types) =>
        types.Length == 0 ? "" : $"{{{string.Join(',', types.Select(type => Class(type, withNamespace: false)))}}}";

    // Without the count of the type parameters: List`1.
    private static string Simple(Type type) => type.Name.Split('`')[0];
}
