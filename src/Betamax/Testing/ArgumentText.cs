using System.Collections;
using System.Globalization;

namespace Betamax.Testing;

/// <summary>Formats the arguments of a test as text that is the same on every machine.</summary>
internal static class ArgumentText
{
    /// <summary>Formats all arguments: <c>(alien,1979)</c>. The result is empty if there are none.</summary>
    public static string Format(IReadOnlyList<object?> arguments) =>
        arguments.Count == 0 ? "" : $"({string.Join(',', arguments.Select(FormatOne))})";

    private static string FormatOne(object? argument) => argument switch
    {
        null => "null",
        string text => text,
        bool truth => truth ? "true" : "false",
        Type type => type.Name,
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)argument).ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        ICollection items => $"[{string.Join(',', items.Cast<object?>().Select(FormatOne))}]",
        // The default ToString gives the type's full name; the short name is enough.
        _ => argument.ToString() is { } text && text != argument.GetType().ToString() ? text : argument.GetType().Name,
    };
}
