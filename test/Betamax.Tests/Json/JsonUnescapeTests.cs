using System.Text;
using System.Text.Json;
using Betamax.Json;

namespace Betamax.Tests.Json;

/// <summary>The escapes of JSON strings, compared with those of System.Text.Json.</summary>
public sealed class JsonUnescapeTests
{
    private static readonly string[] Escapes =
        [.. "\"\\/bfnrt".Select(letter => $"\\{letter}"), "\\\\\\\"", "\\u0041", "\\u00e9", "\\u20AC", "\\ud83d\\uDE00", "\\u0000", "\\u00FF"];

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void A_string_is_decoded_wherever_its_escapes_are(int plainBetween)
    {
        var random = new Random(plainBetween);
        for (var length = 0; length < 400; length++)
        {
            var written = new StringBuilder();
            while (written.Length < length)
            {
                written.Append('x', random.Next(plainBetween)).Append(Escapes[random.Next(Escapes.Length)]);
            }

            written.Append('y', random.Next(plainBetween));
            var text = Encoding.UTF8.GetBytes(written.ToString());

            Assert.Equal(JsonSerializer.Deserialize<string>($"\"{written}\""), Encoding.UTF8.GetString(text, 0, JsonUnescape.DecodeInPlace(text)));
        }
    }

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\udc00")]
    [InlineData("x\\ud83dx\\ude00")]
    [InlineData("\\ud83d\\ud83d")]
    [InlineData("\\ud83d\\n\\u0000")]
    [InlineData("\\ude00\\ud83d")]
    public void Half_of_a_surrogate_pair_is_not_decoded(string text) =>
        Assert.Equal(-1, JsonUnescape.DecodeInPlace(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(40)]
    public void A_string_is_written_with_its_escapes_wherever_they_are(int plainBetween)
    {
        const string Escaped = "\"\\\"\\\"\\\n\r\t\b\f\u0000\u001F";
        var random = new Random(plainBetween);
        for (var length = 0; length < 400; length++)
        {
            var written = new StringBuilder();
            while (written.Length < length)
            {
                written.Append(random.Next(4) == 0 ? "é" : random.Next(4) == 0 ? "😀" : "").Append('x', random.Next(plainBetween)).Append(Escaped[random.Next(Escaped.Length)]);
            }

            var text = written.ToString();
            using var stream = new MemoryStream();
            var writer = new JsonTextWriter(stream.Write, indented: false);
            writer.WriteStartArray();
            writer.WriteString(text);
            writer.WriteString(Encoding.UTF8.GetBytes(text));
            writer.WriteEndArray();
            writer.Flush();

            Assert.All(JsonSerializer.Deserialize<string[]>(stream.ToArray())!, read => Assert.Equal(text, read));
        }
    }
}
