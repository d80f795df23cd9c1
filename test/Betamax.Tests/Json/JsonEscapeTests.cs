using System.Text;
using System.Text.Json;
using Betamax.Json;

namespace Betamax.Tests.Json;

public sealed class JsonEscapeTests
{
    // Lengths and places of escapes around those of the blocks in which a text is written.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(40)]
    public void A_text_is_written_with_its_escapes_wherever_they_stand(int plainBetween)
    {
        const string Escaped = "\"\\\"\\\"\\\n\r\t\b\f\u0000\u001F";
        var random = new Random(plainBetween);
        for (var length = 0; length < 400; length++)
        {
            var text = new StringBuilder();
            while (text.Length < length)
            {
                text.Append(random.Next(4) == 0 ? 'é' : 'x', random.Next(plainBetween)).Append(Escaped[random.Next(Escaped.Length)]);
            }

            var utf8 = Encoding.UTF8.GetBytes($"{text}{new string('y', random.Next(plainBetween))}");
            var written = new byte[JsonEscape.MaxLength * utf8.Length];
            var json = Encoding.UTF8.GetString(written, 0, JsonEscape.Encode(utf8, written));

            Assert.Equal(Encoding.UTF8.GetString(utf8), JsonSerializer.Deserialize<string>($"\"{json}\""));
        }
    }
}
