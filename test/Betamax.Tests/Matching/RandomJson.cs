using System.Globalization;
using System.Text;

namespace Betamax.Tests.Matching;

/// <summary>Generates JSON values of all kinds, and different texts for the same value.</summary>
internal static class RandomJson
{
    /// <summary>A value: null, a bool, an int, a string, an array or a list of members.</summary>
    public static object? Value(Random random, int depth = 0) => random.Next(depth < 4 ? 7 : 5) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 or 3 => random.Next(-1000, 1000),
        4 => Text(random),
        5 => Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1)).ToArray(),
        _ => Enumerable.Range(0, random.Next(4)).Select(i => KeyValuePair.Create($"{Text(random)}{i}", Value(random, depth + 1))).ToList(),
    };

    public static string Write(object? value, Random random)
    {
        var space = new string(' ', random.Next(2));
        return space + value switch
        {
            null => "null",
            true => "true",
            false => "false",
            int number => Number(number, random),
            string text => Quoted(text, random),
            object?[] items => $"[{string.Join(',', items.Select(item => Write(item, random)))}{space}]",
            List<KeyValuePair<string, object?>> members => $"{{{string.Join(',', Shuffled(members, random))}}}",
            _ => throw new ArgumentException("No JSON value.", nameof(value)),
        } + space;
    }

    private static string Text(Random random) =>
        new([.. Enumerable.Range(0, random.Next(6)).Select(_ => "ab\"\\/é日\n:1"[random.Next(10)])]);

    private static string Number(int number, Random random) => random.Next(3) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"{number}"),
        1 => string.Create(CultureInfo.InvariantCulture, $"{number}.00"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number}000e-3"),
    };

    private static string Quoted(string text, Random random)
    {
        var written = new StringBuilder("\"");
        foreach (var character in text)
        {
            var escape = character is '"' or '\\' or '\n' || random.Next(3) == 0;
            written.Append(escape ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : character);
        }

        return written.Append('"').ToString();
    }

    private static string[] Shuffled(List<KeyValuePair<string, object?>> members, Random random)
    {
        string[] written = [.. members.Select(member => $"{Quoted(member.Key, random)}:{Write(member.Value, random)}")];
        random.Shuffle(written);
        return written;
    }
}
