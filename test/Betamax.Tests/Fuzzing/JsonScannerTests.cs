using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Betamax.Json;

namespace Betamax.Tests.Fuzzing;

/// <summary>The scanner takes the same for JSON as the standard reader, and sees the same tokens in it.</summary>
public sealed class JsonScannerTests
{
    /// <summary>Deeper than that a value is passed as a whole.</summary>
    private const int Deepest = 5;

    [Fact]
    public void A_damaged_document_has_the_same_tokens_for_both() =>
        Fuzz.Check("cassette", Originals.Cassettes, bounded: 4_000, AreTheSame);

    [Theory]
    [InlineData("\\\"")]
    [InlineData("\\\\")]
    [InlineData("\\\\\\\"")]
    [InlineData("\\n\\/\\b\\f\\r\\t")]
    [InlineData("\\u00e9\\ud83d\\ude00")]
    [InlineData("\\ud83d")]
    [InlineData("\\u00g0")]
    [InlineData("\\u12")]
    [InlineData("\\x")]
    [InlineData("\\'")]
    [InlineData("\\")]
    [InlineData("\\\n")]
    [InlineData("\\é")]
    [InlineData("\t")]
    [InlineData("\0")]
    [InlineData("\u007fé\u2028")]
    [InlineData("\"")]
    public void A_text_has_the_same_end_for_both_wherever_an_escape_stands_in_it(string piece)
    {
        for (var before = 0; before < 70; before++)
        {
            foreach (var after in (int[])[0, 1, 30, 31, 32, 33, 70])
            {
                foreach (var first in (string[])["", "\\n"])
                {
                    var text = $"\"{first}{new string('x', before)}{piece}{new string('y', after)}\"";
                    AreTheSame(Encoding.UTF8.GetBytes($"[{text}, {text}]"));
                    AreTheSame(Encoding.UTF8.GetBytes($"{{{text}: {text}}}"));
                    AreTheSame(Encoding.UTF8.GetBytes(text));
                    AreTheSame(Encoding.UTF8.GetBytes(text[..^1]));
                }
            }
        }
    }

    [Theory]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("[1}")]
    [InlineData("{\"a\":1]")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{,}")]
    [InlineData("{1:1}")]
    [InlineData("{\"a\"}")]
    [InlineData("[01]")]
    [InlineData("[-]")]
    [InlineData("[1.]")]
    [InlineData("[nul]")]
    [InlineData("[nullx]")]
    [InlineData("[truefalse]")]
    [InlineData("[NaN]")]
    [InlineData("[1,2] ]")]
    [InlineData("[] // c")]
    [InlineData("[/* c */]")]
    [InlineData("\v[]")]
    [InlineData("[\f]")]
    [InlineData("[]\0")]
    [InlineData(" \t\r\n[ \t\r\n1 , -0.5e+7 , true,false ,null,\"\",{ } , [ ] ] \t\r\n")]
    [InlineData("-0")]
    [InlineData("")]
    [InlineData(" ")]
    public void What_is_no_JSON_for_one_is_none_for_the_other(string json) => AreTheSame(Encoding.UTF8.GetBytes(json));

    private static void AreTheSame(byte[] utf8)
    {
        // Whoever scans has looked at that before.
        if (Utf8.IsValid(utf8))
        {
            Assert.Equal(TokensOf(utf8, Read), TokensOf(utf8, Scan));
        }
    }

    private static List<string>? TokensOf(byte[] utf8, Action<byte[], List<string>> read)
    {
        var tokens = new List<string>();
        try
        {
            read(utf8, tokens);
            return tokens;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Read(byte[] utf8, List<string> tokens)
    {
        var reader = new Utf8JsonReader(utf8, JsonScanner.Options);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            var kind = reader.TokenType;
            if (reader.CurrentDepth == Deepest && kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                reader.Skip();
            }

            var end = kind == JsonTokenType.PropertyName ? start + reader.ValueSpan.Length + 2 : (int)reader.BytesConsumed;
            tokens.Add($"{kind} {Encoding.UTF8.GetString(utf8[start..end])}");
        }
    }

    private static void Scan(byte[] utf8, List<string> tokens)
    {
        var scanner = new JsonScanner(new JsonWindow(utf8));
        ReadValue(ref scanner, 0, tokens);
        scanner.EndDocument();
    }

    private static void ReadValue(ref JsonScanner scanner, int depth, List<string> tokens)
    {
        if (scanner.Kind is JsonTokenType.None or JsonTokenType.PropertyName)
        {
            scanner.ReadValue();
        }

        var kind = scanner.Kind;
        if (depth == Deepest)
        {
            scanner.Skip();
        }

        tokens.Add($"{kind} {Encoding.UTF8.GetString(scanner.Token)}");
        if (depth < Deepest && kind == JsonTokenType.StartObject)
        {
            while (scanner.NextName())
            {
                tokens.Add($"{scanner.Kind} {Encoding.UTF8.GetString(scanner.Token)}");
                ReadValue(ref scanner, depth + 1, tokens);
            }

            tokens.Add($"{scanner.Kind} {Encoding.UTF8.GetString(scanner.Token)}");
        }
        else if (depth < Deepest && kind == JsonTokenType.StartArray)
        {
            while (scanner.NextItem())
            {
                ReadValue(ref scanner, depth + 1, tokens);
            }

            tokens.Add($"{scanner.Kind} {Encoding.UTF8.GetString(scanner.Token)}");
        }
    }
}
