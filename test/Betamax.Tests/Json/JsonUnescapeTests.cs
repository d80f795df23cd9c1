using System.Buffers;
using System.Text;
using System.Text.Json;
using Betamax.Json;

namespace Betamax.Tests.Json;

public sealed class JsonUnescapeTests
{
    private static readonly string[] Escapes =
        [.. "\"\\/bfnrt".Select(letter => $"\\{letter}"), "\\\\\\\"", "\\u0041", "\\u00e9", "\\u20AC", "\\ud83d\\uDE00", "\\u0000"];

    // Lengths and places of escapes around those of the blocks in which a text is decoded.
    [Theory]
    [InlineData(1, 14)]
    [InlineData(2, 8)]
    [InlineData(5, 8)]
    [InlineData(40, 8)]
    [InlineData(40, 14)]
    public void A_text_is_decoded_wherever_its_escapes_stand(int plainBetween, int escapes)
    {
        var random = new Random(plainBetween);
        for (var length = 0; length < 400; length++)
        {
            var written = new StringBuilder();
            while (written.Length < length)
            {
                written.Append('x', random.Next(plainBetween)).Append(Escapes[random.Next(escapes)]);
            }

            var text = Encoding.UTF8.GetBytes($"{written}{new string('y', random.Next(plainBetween))}\"");
            var expected = Encoding.UTF8.GetBytes(JsonSerializer.Deserialize<string>($"\"{Encoding.UTF8.GetString(text)}")!);

            Assert.Equal(expected, Decode(text, partLength: text.Length, roomLength: text.Length));
            Assert.Equal(expected, Decode(text, partLength: 1 + random.Next(60), roomLength: 4 + random.Next(60)));
        }
    }

    [Theory]
    [InlineData("a\nb\"")]
    [InlineData("a\\")]
    [InlineData("\\x\"")]
    [InlineData("\\\n\"")]
    [InlineData("\\u12g4\"")]
    [InlineData("\\u+123\"")]
    [InlineData("\\u 123\"")]
    [InlineData("\\ud83d\"")]
    [InlineData("\\ud83d\\ud83d\"")]
    [InlineData("\\ud83d\\n\\u0000\"")]
    [InlineData("\\udc00\"")]
    public void What_says_nothing_is_not_decoded(string piece)
    {
        for (var before = 0; before < 40; before++)
        {
            var text = Encoding.UTF8.GetBytes(new string('x', before) + piece + new string('y', 40));
            var status = JsonUnescape.Decode(text, new byte[text.Length], out var read, out var length);

            Assert.Equal(OperationStatus.InvalidData, status);
            Assert.Equal(read, length);
            Assert.InRange(read, before, before + 1);
        }
    }

    private static byte[] Decode(ReadOnlySpan<byte> text, int partLength, int roomLength)
    {
        var decoded = new List<byte>();
        var room = new byte[roomLength];
        while (true)
        {
            var status = JsonUnescape.Decode(text[..Math.Min(partLength, text.Length)], room, out var read, out var length);
            decoded.AddRange(room.AsSpan(0, length));
            text = text[read..];
            if (status == OperationStatus.Done)
            {
                Assert.Equal("\""u8, text);
                return [.. decoded];
            }

            Assert.NotEqual(OperationStatus.InvalidData, status);
            partLength += read == 0 ? 1 : 0;
        }
    }
}
