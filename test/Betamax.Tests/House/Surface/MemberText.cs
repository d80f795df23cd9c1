using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Betamax.Tests.House.Surface;

/// <summary>Formats a member like C#. Returns nothing for a member that users cannot name or that the compiler generated.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string? Of(MemberInfo member) => member switch
    {
        FieldInfo field when IsVisible(field) => Field(field),
        ConstructorInfo constructor when IsVisible(constructor) && !IsCompilers(constructor) =>
            $"{Access(constructor)}{TypeText.Of(constructor.DeclaringType!).Split('<')[0]}({Parameters(constructor)});",
        PropertyInfo property when property.GetAccessors(true).Any(IsVisible) && !IsCompilers(property) => Property(property),
        EventInfo @event when IsVisible(@event.AddMethod!) =>
            $"{Access(@event.AddMethod!)}event {TypeText.Of(@event.EventHandlerType!, Nullability.Create(@event))} {@event.Name};",
        MethodInfo method when IsVisible(method) && !IsCompilers(method) && !IsAccessor(method) => Method(method),
        _ => null,
    };

    private static string Field(FieldInfo field)
    {
        var modifier = field switch
        {
            { IsLiteral: true } => "const ",
            { IsStatic: true, IsInitOnly: true } => "static readonly ",
            { IsStatic: true } => "static ",
            { IsInitOnly: true } => "readonly ",
            _ => "",
        };
        var value = field.IsLiteral ? $" = {Literal(field.GetRawConstantValue(), field.FieldType)}" : "";
        var access = field.IsPublic ? "public " : "protected ";
        return $"{access}{modifier}{TypeText.Of(field.FieldType, Nullability.Create(field))} {field.Name}{value};";
    }

    private static string Property(PropertyInfo property)
    {
        var getter = property.GetMethod is { } get && IsVisible(get) ? "get; " : "";
        var setter = property.SetMethod is { } set && IsVisible(set) ? (IsInit(set) ? "init; " : "set; ") : "";
        var shown = property.GetAccessors(true).First(IsVisible);
        var name = property.GetIndexParameters().Length == 0
            ? property.Name
            : $"this[{string.Join(", ", property.GetIndexParameters().Select(Parameter))}]";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var type = TypeText.Of(property.PropertyType, Nullability.Create(property));
        return $"{Access(shown)}{Modifier(shown)}{required}{type} {name} {{ {getter}{setter}}}";
    }

    private static string Method(MethodInfo method)
    {
        var type = TypeText.Of(method.ReturnType, Nullability.Create(method.ReturnParameter));
        var generics = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";
        return $"{Access(method)}{Modifier(method)}{type} {method.Name}{generics}({Parameters(method)});";
    }

    private static string Parameters(MethodBase method)
    {
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return extension + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
            _ => "",
        };
        var value = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{modifier}{TypeText.Of(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Literal(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text}\"",
        bool isTrue => isTrue ? "true" : "false",
        _ when type.IsEnum => $"{type.Name}.{Enum.ToObject(type, value)}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Access(MethodBase method) => method.IsPublic ? "public " : "protected ";

    private static string Modifier(MethodInfo method)
    {
        var isOverride = method.GetBaseDefinition() != method;
        return method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => isOverride ? "abstract override " : "abstract ",
            { IsFinal: true } => isOverride ? "sealed override " : "",
            { IsVirtual: true } => isOverride ? "override " : "virtual ",
            _ => "",
        };
    }

    private static bool IsVisible(FieldInfo field) => field.IsPublic || (IsOpen(field) && (field.IsFamily || field.IsFamilyOrAssembly));

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || (IsOpen(method) && (method.IsFamily || method.IsFamilyOrAssembly));

    /// <summary>Whether users can derive from the type and use its protected members.</summary>
    private static bool IsOpen(MemberInfo member) => member.DeclaringType is { IsSealed: false };

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    /// <summary>An operator also has a special name, but is not an accessor.</summary>
    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsCompilers(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute))
        || (member is PropertyInfo { Name: "EqualityContract" } && TypeHeader.IsRecord(member.DeclaringType!));
}
