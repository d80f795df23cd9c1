using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Betamax.Testing;

/// <summary>Formats the arguments of a test as text that is the same on every machine.</summary>
internal static class ArgumentText
{
    /// <summary>Formats all arguments: <c>(alien,1979)</c>. The result is empty if there are none.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="parameters">What they are arguments of. If empty, that is not known.</param>
    public static string Format(IReadOnlyList<object?> arguments, ParameterInfo[] parameters) =>
        arguments.Count == 0 ? "" : $"({string.Join(',', arguments.Select((argument, index) => Format(argument, TypeAt(parameters, index))))})";

    /// <summary>Whether an argument has no text of its own, so that other values of its type look the same.</summary>
    public static bool IsVague(IReadOnlyList<object?> arguments) => arguments.Any(IsVague);

    /// <summary>Whether two arguments that look the same can be those of one test that is run again.</summary>
    public static bool AreSame(IReadOnlyList<object?> left, IReadOnlyList<object?> right) =>
        left.Zip(right).All(pair => !IsVague(pair.First) || Equals(pair.First, pair.Second));

    private static bool IsVague(object? argument) => argument switch
    {
        null or string or bool or Type or IFormattable => false,
        ICollection items => items.Cast<object?>().Any(IsVague),
        _ => OwnText(argument) is null,
    };

    // Where a parameter takes everything, 1 and "1" differ by their types only.
    private static string Format(object? argument, Type? declared) =>
        declared == typeof(object) && argument is not null ? $"{argument.GetType().Name} {Format(argument)}" : Format(argument);

    private static string Format(object? argument) => argument switch
    {
        null => "null",
        string text => text == "null" || text.AsSpan().ContainsAny(",\"") ? $"\"{text}\"" : text,
        bool truth => truth ? "true" : "false",
        Type type => type.Name,
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)argument).ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        ICollection items => $"[{string.Join(',', items.Cast<object?>().Select(item => Format(item, ElementType(items))))}]",
        _ => OwnText(argument) ?? argument.GetType().Name,
    };

    // The default ToString gives the type's full name.
    private static string? OwnText(object argument) => argument.ToString() is { } text && text != argument.GetType().ToString() ? text : null;

    private static Type? ElementType(ICollection items) => items.GetType().GetElementType();

    private static Type? TypeAt(ParameterInfo[] parameters, int index) => index < parameters.Length ? parameters[index].ParameterType : null;
}
