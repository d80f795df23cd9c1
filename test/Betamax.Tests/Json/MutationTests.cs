using System.Text;

namespace Betamax.Tests.Json;

public sealed class MutationTests
{
    private const string Seed = """
        {"first": [1, {}], "http_interactions": [{"request": {"body": {"encoding": "utf-8", "string": "h\u00e9\ud83d\ude00"},
        "headers": {"Accept": ["*/*", "x"], "b": "c"}, "method": "GET", "uri": "u"}, "response": {"body": {"encoding": "latin-1",
        "base64_string": "AP8=", "string": "é"}, "headers": {}, "status": {"code": 200, "message": "OK", "x": 1e5}, "url": "u"},
        "recorded_at": "2013-09-28T01:25:38Z"}, {"request": {"headers": {}, "method": "get", "uri": "v"}, "response":
        {"status_code": 404, "headers": {"\u00e9": []}, "body": "old"}}], "recorded_with": null}
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_damaged_cassette_is_either_read_or_refused_with_its_place(int seed)
    {
        var random = new Random(seed);
        var pieces = Seed.Split(' ');
        var read = 0;
        for (var round = 0; round < 5_000; round++)
        {
            var damaged = round % 2 == 0 ? DamageBytes(random) : DamageWords(random, pieces);
            try
            {
                var cassette = Tape.Read(damaged);
                Tape.MeansTheSame(cassette, Tape.Read(Tape.SaveBytes(cassette)));
                read++;
            }
            catch (CassetteFormatException fault)
            {
                Assert.InRange(fault.LineNumber, 1, 1 + damaged.AsSpan().Count((byte)'\n'));
                Assert.StartsWith("$", fault.JsonPath, StringComparison.Ordinal);
            }
        }

        Assert.InRange(read, 1, 4_999);
    }

    private static byte[] DamageBytes(Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(Seed);
        for (var flips = random.Next(1, 4); flips > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return random.Next(10) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;
    }

    /// <summary>Takes words out, puts them in elsewhere, and doubles them: keys, values and brackets among them.</summary>
    private static byte[] DamageWords(Random random, string[] words)
    {
        var damaged = words.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(3))
            {
                case 0:
                    damaged.RemoveAt(at);
                    break;
                case 1:
                    damaged[at] = words[random.Next(words.Length)];
                    break;
                default:
                    damaged.Insert(at, words[random.Next(words.Length)]);
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(string.Join(' ', damaged));
    }
}
