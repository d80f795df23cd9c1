namespace Betamax.Testing;

/// <summary>Names the cassette of a test: <c>Class.Method(argument,argument)</c>.</summary>
internal static class TestName
{
    public static string Create(TestIdentity test, TestSettings settings)
    {
        var classArguments = ArgumentText.Format(test.ClassArguments);
        var arguments = ArgumentText.Format(test.Arguments);
        if (settings.MethodName is { } name)
        {
            return name + SafeText.Make(classArguments + arguments);
        }

        var method = test.Method.Name + FormatTypeArguments(test.Method.GetGenericArguments());
        return settings.ClassName is { } className
            ? className + SafeText.Make($"{classArguments}.{method}{arguments}")
            : SafeText.MakeFileName($"{FormatClass(test.Class, settings.DirectoryIsShared)}{classArguments}.{method}{arguments}");
    }

    private static string FormatClass(Type type, bool withNamespace)
    {
        var names = GetShortName(type);
        for (var outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType)
        {
            names = $"{GetShortName(outer)}.{names}";
        }

        return (withNamespace && type.Namespace is { } space ? $"{space}." : "") + names + FormatTypeArguments(type.GetGenericArguments());
    }

    private static string FormatTypeArguments(Type[] types) =>
        types.Length == 0 ? "" : $"{{{string.Join(',', types.Select(type => FormatClass(type, withNamespace: false)))}}}";

    /// <summary>The name without the number of type parameters: <c>List</c> for <c>List`1</c>.</summary>
    private static string GetShortName(Type type) => type.Name.Split('`')[0];
}
