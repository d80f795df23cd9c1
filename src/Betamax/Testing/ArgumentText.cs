using System.Collections;
using System.Globalization;

namespace Betamax.Testing;

/// <summary>The arguments of a test as text that is the same on every machine.</summary>
internal static class ArgumentText
{
    /// <summary><c>(alien,1979)</c>, or nothing where there are none.</summary>
    public static string Of(IReadOnlyList<object?> arguments) =>
        arguments.Count == 0 ? "" : $"({string.Join(',', arguments.Select(Of))})";

    private static string Of(object? argument) => argument switch
    {
        null => "null",
        string text => text,
        bool truth => truth ? "true" : "false",
        Type type => type.Name,
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)argument).ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        ICollection items => $"[{string.Join(',', items.Cast<object?>().Select(Of))}]",
        // What has no text of its own says the name of its type, which is shorter so.
        _ => argument.ToString() is { } text && text != argument.GetType().ToString() ? text : argument.GetType().Name,
    };
}
