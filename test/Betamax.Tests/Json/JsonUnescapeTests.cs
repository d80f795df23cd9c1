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

            Assert.Equal((JsonSerializer.Deserialize<string>($"\"{written}\""), text.Length), Decode(text));
        }
    }

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\udc00")]
    [InlineData("x\\ud83dx\\ude00")]
    [InlineData("\\ud83d\\ud83d")]
    [InlineData("\\ud83d\\n\\u0000")]
    [InlineData("\\ude00\\ud83d")]
    public void Half_of_a_surrogate_pair_is_not_decoded(string text)
    {
        var (decoded, read) = Decode(Encoding.UTF8.GetBytes(text));

        Assert.Equal(text[..read], decoded);
        Assert.Equal('\\', text[read]);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\n")]
    [InlineData("\u001f")]
    [InlineData("\\")]
    [InlineData("\\x")]
    [InlineData("\\u")]
    [InlineData("\\u123")]
    [InlineData("\\u12g4")]
    [InlineData("\\u+123")]
    [InlineData("\\ud83d\\u")]
    [InlineData("\\ud83d\\u12")]
    [InlineData("\\\u0000")]
    public void Decoding_stops_where_the_string_ends_or_is_not_valid(string end)
    {
        for (var length = 0; length < 40; length++)
        {
            var plain = new string('é', length);
            foreach (var rest in new[] { "", "~", " and more text, longer than a block" })
            {
                var text = Encoding.UTF8.GetBytes($"\\t{plain}{end}{rest}");

                Assert.Equal(($"\t{plain}", 2 + (2 * length)), Decode(text));
            }
        }
    }

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

    private static (string Decoded, int Read) Decode(byte[] text)
    {
        var (read, written) = (0, 0);
        JsonUnescape.Decode(text, ref read, ref written);
        return (Encoding.UTF8.GetString(text, 0, written), read);
    }
}
