using System.Text;
using System.Text.RegularExpressions;
using Betamax.Secrets.Leaks;

namespace Betamax.Tests.Secrets.Leaks;

public sealed partial class LongRunTests
{
    // Lengths and places of runs around those of the blocks in which a text is looked through.
    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(70)]
    public void Every_run_is_found_wherever_it_stands_and_none_that_is_too_short(int longest)
    {
        const string Members = "azAZ09_-.+/=:mM5";
        const string Others = " ,;\"`@[{^~!*<>\n\u007Fé";
        var random = new Random(longest);
        for (var length = 0; length < 400; length++)
        {
            var text = new StringBuilder();
            while (text.Length < length)
            {
                text.Append(Of(Members, random.Next(longest))).Append(Of(Others, random.Next(3)));
            }

            Assert.Equal(
                Run().Matches(text.ToString()).Select(match => match.Value),
                RunsOf(Encoding.UTF8.GetBytes($"{text}")).Select(Encoding.UTF8.GetString));
        }

        string Of(string letters, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => letters[random.Next(letters.Length)]));
    }

    private static List<byte[]> RunsOf(byte[] text)
    {
        var runs = new List<byte[]>();
        for (var (start, end) = LongRun.From(0, text); start < text.Length; (start, end) = LongRun.From(end, text))
        {
            runs.Add(text[start..end]);
        }

        return runs;
    }

    [GeneratedRegex("[A-Za-z0-9_.+/=:-]{10,}")]
    private static partial Regex Run();
}
