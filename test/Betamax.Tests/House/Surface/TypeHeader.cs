using System.Reflection;

namespace Betamax.Tests.House.Surface;

/// <summary>The first line of a type: <c>public sealed record Placeholder : Base, IInterface</c>.</summary>
internal static class TypeHeader
{
    public static string Of(Type type)
    {
        var above = type.IsEnum ? [] : Above(type).ToList();
        return $"public {KindOf(type)} {TypeText.Of(type)}" + (above.Count == 0 ? "" : " : " + string.Join(", ", above));
    }

    /// <summary>The compiler generates <c>PrintMembers</c> for every record.</summary>
    public static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly) is not null;

    private static string KindOf(Type type)
    {
        var kind = IsRecord(type) ? "record" : "class";
        return type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => kind is "record" ? "record struct" : "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract " + kind,
            { IsSealed: true } => "sealed " + kind,
            _ => kind,
        };
    }

    /// <summary>Gets the base class and the interfaces, except inherited interfaces and those of every record.</summary>
    private static IEnumerable<string> Above(Type type)
    {
        var ofBase = type.BaseType?.GetInterfaces() ?? [];
        var interfaces = type.GetInterfaces().Except(ofBase).ToList();
        var brought = interfaces.SelectMany(one => one.GetInterfaces()).ToHashSet();
        if (IsRecord(type))
        {
            brought.Add(typeof(IEquatable<>).MakeGenericType(type));
        }

        return (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [parent] : Type.EmptyTypes)
            .Concat(interfaces.Except(brought).OrderBy(one => one.FullName, StringComparer.Ordinal))
            .Select(one => TypeText.Of(one));
    }
}
