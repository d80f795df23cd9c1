using System.Text;
using System.Text.Json;
using Betamax.Json;

namespace Betamax.Tests.Json;

public sealed class JsonUnescapeTests
{
    // Lengths and places of escapes around those of the blocks in which a text is decoded.
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void A_text_is_decoded_in_its_place_wherever_its_escapes_stand(int plainBetween)
    {
        const string Letters = "\"\\/bfnrt";
        var random = new Random(plainBetween);
        for (var length = 0; length < 400; length++)
        {
            var written = new StringBuilder();
            while (written.Length < length)
            {
                written.Append('x', random.Next(plainBetween)).Append('\\').Append(Letters[random.Next(Letters.Length)]);
            }

            var text = Encoding.UTF8.GetBytes($"{written}{new string('y', random.Next(plainBetween))}");
            var expected = JsonSerializer.Deserialize<string>($"\"{Encoding.UTF8.GetString(text)}\"");

            Assert.Equal(expected, Encoding.UTF8.GetString(text.AsSpan(0, JsonUnescape.DecodeInPlace(text))));
        }
    }
}
