using System.Text;

namespace Betamax.Tests.Matching;

public sealed class BodyMatcherTests
{
    [Fact]
    public void The_same_bytes_match_however_they_are_stored()
    {
        var text = Requests.Get() with { Body = RecordedBody.FromText("é", "iso-8859-1") };
        RequestMatchers.Body.AssertMatch(text, Requests.Body([0xE9]));
        RequestMatchers.Body.AssertMatch(text, Requests.Body("é"), expected: false);
        RequestMatchers.Body.AssertMatch(Requests.Get(), Requests.Body(""));
    }

    [Fact]
    public void The_first_offset_that_differs_is_shown() =>
        Assert.Equal(
            ["body: 7 bytes, different from byte 3: 1def / 6 bytes, different from byte 3: 2de"],
            RequestMatchers.Body.Explain(Requests.Body("abc1def"), Requests.Body("abc2de")).Lines());

    [Fact]
    public void A_body_that_only_ends_earlier_is_described_so() =>
        Assert.Equal(
            ["body: 1 byte, all of them the same / 2 bytes, different from byte 1: b"],
            RequestMatchers.Body.Explain(Requests.Body("a"), Requests.Body("ab")).Lines());

    [Fact]
    public void Bytes_that_are_not_text_are_shown_in_hexadecimal() =>
        Assert.Equal(
            ["body: 2 bytes, different from byte 1: 0x00 / 2 bytes, different from byte 1: 0x01"],
            RequestMatchers.Body.Explain(Requests.Body([0xFF, 0]), Requests.Body([0xFF, 1])).Lines());

    [Fact]
    public void A_missing_body_has_no_value() =>
        Assert.Equal(["body: nothing / 2 bytes: ab"], RequestMatchers.Body.Explain(Requests.Get(), Requests.Body("ab")).Lines());

    [Fact]
    public void A_long_value_is_cut_so_that_the_difference_is_visible()
    {
        var shared = new string('x', 5000);
        var difference = Assert.Single(RequestMatchers.Query.Explain(
            Requests.Get($"http://host/?a={shared}1{shared}"), Requests.Get($"http://host/?a={shared}2{shared}")));
        Assert.Contains("x1x", difference.Live, StringComparison.Ordinal);
        Assert.Contains("x2x", difference.Recorded, StringComparison.Ordinal);
        Assert.InRange(difference.Live!.Length, 100, 130);
    }

    [Fact]
    public void A_value_is_shown_on_one_line_and_no_character_is_cut_in_two()
    {
        var emoji = string.Concat(Enumerable.Repeat("😀", 200));
        var difference = Assert.Single(RequestMatchers.Query.Explain(
            Requests.Get($"http://host/?a=1{emoji}"), Requests.Get($"http://host/?a=12%0A%01{emoji}")));
        foreach (var shown in new[] { difference.Live!, difference.Recorded! })
        {
            Assert.Equal(shown, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(shown)));
        }

        Assert.Contains(@"12\n\u0001", difference.Recorded, StringComparison.Ordinal);
    }
}
