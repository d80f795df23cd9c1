using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Betamax.Secrets;
using FsCheck;
using FsCheck.Fluent;

namespace Betamax.Tests.Secrets.Placeholders;

public sealed class PlaceholderPropertyTests
{
    private const string Signs = "abzABZ0189 /+\"\\%&=<>'~-_.:?#\n\u0001éß😀";

    private static readonly Func<string, string>[] Writers =
    [
        value => value,
        Uri.EscapeDataString,
        value => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal),
        value => string.Concat(Encoding.UTF8.GetBytes(value).Select(one => $"%{one:x2}")),
        value => JsonSerializer.Serialize(value)[1..^1],
        value => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value),
        value => string.Concat(value.Select(one => $"\\u{(int)one:X4}")),
        value => Convert.ToBase64String(Encoding.UTF8.GetBytes(value)),
        value => Convert.ToBase64String(Encoding.UTF8.GetBytes("u" + value)),
        value => Convert.ToBase64String(Encoding.UTF8.GetBytes("me" + value + ":")),
        value => Uri.EscapeDataString(Uri.EscapeDataString(value)),
        value => "k/" + Convert.ToBase64String(Encoding.UTF8.GetBytes("u" + value)),
        value => Convert.ToHexString(Encoding.UTF8.GetBytes(value)),
        value => Convert.ToBase64String(Encoding.UTF8.GetBytes(value + " kl")).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
    ];

    private static readonly int[] Exact = [0, 1, 4, 7, 8, 9];

    private static readonly Arbitrary<(string Value, int Writer, string Before, string After)> Cases = Arb.From(
        from value in Gen.Elements(Signs.EnumerateRunes().ToArray()).ListOf().Where(list => list.Count is >= 8 and <= 40)
        from writer in Gen.Choose(0, Writers.Length - 1)
        from before in Gen.Elements("", "k m:", "k=", "\"m\":\"", "  ")
        from after in Gen.Elements("", "  m", "&k=m", "\",\"m\"", ".k")
        select (string.Concat(value), writer, before, after));

    [Fact]
    public void A_hidden_value_is_revealed_exactly() => Check(Cases, one =>
    {
        var secrets = new SecretFilter([new("<KEY>", one.Value)], Redaction.None);
        var recorded = Places.Put("response text", one.Before + Writers[one.Writer](one.Value) + one.After);

        var shown = secrets.Reveal(secrets.Hide(recorded));

        return !Exact.Contains(one.Writer) || shown.Equals(recorded);
    });

    [Fact]
    public void A_value_is_replaced_in_every_encoding_or_the_leak_scan_refuses_it() => Check(Cases, one =>
    {
        Placeholder[] placeholders = [new("<KEY>", one.Value)];
        var recorded = Places.Put("response text", one.Before + Writers[one.Writer](one.Value) + one.After);

        var onTape = new SecretFilter(placeholders, Redaction.None).Hide(recorded);

        return new LeakScan(placeholders).Find(onTape).Count == 0 ? !onTape.Equals(recorded) : onTape.Equals(recorded);
    });

    [Fact]
    public void Several_hidden_values_are_revealed_exactly() => Check(
        Arb.From(
            from values in Gen.Elements("abcd", "bcde", "cdefgh", "abcdefgh", "dddd", "<TEXT>").ArrayOf(3)
            from text in Gen.Elements("a", "abcd", "bcd", "efgh", "cdef", "dd", " ", "(YWJj)", "(YWJjZGVm)").ArrayOf(12)
            select (values, text: string.Concat(text))),
        one =>
        {
            var secrets = new SecretFilter([.. one.values.Distinct().Select((value, index) => new Placeholder($"<{index}-KEY>", value))], Redaction.None);
            var recorded = Places.Put("response text", one.text);

            var onTape = secrets.Hide(recorded);

            return secrets.Reveal(onTape).Equals(recorded)
                && one.values.All(value => !onTape.Response.Body.Text!.Contains(value, StringComparison.Ordinal));
        });

    private static void Check<T>(Arbitrary<T> cases, Func<T, bool> holds) =>
        Prop.ForAll(cases, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
}
