using System.Globalization;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>
/// When an interaction was recorded: UTC, to the second, without a zone. Read are also a fraction and a zone (ISO 8601),
/// and VCR's form, the HTTP date (RFC 9110, section 5.6.7).
/// </summary>
internal static class RecordedAtJson
{
    /// <summary>
    /// What stands for an unknown time. Python Betamax needs the key, and takes only this form.
    /// </summary>
    private const string Unknown = "1970-01-01T00:00:00";

    private const string Form = "yyyy-MM-dd'T'HH:mm:ss";

    public static DateTimeOffset? Read(ref JsonCursor cursor)
    {
        // The usual form has a faster way than the others.
        DateTimeOffset time;
        if (cursor.TimeOrNull() is { } usual)
        {
            time = new(usual, TimeSpan.Zero);
        }
        else if (cursor.TextOrNull() is not { } text)
        {
            return null;
        }
        else if (!TryParse(text, out time))
        {
            throw cursor.Fault($"'{text}' is no time such as 2013-09-28T01:25:38 or Sat, 28 Sep 2013 01:25:38 GMT.", cursor.Offset);
        }

        return time == DateTimeOffset.UnixEpoch ? null : time;
    }

    public static void Write(JsonPen pen, DateTimeOffset? time)
    {
        if (time is null)
        {
            pen.Value(Unknown);
            return;
        }

        Span<byte> text = stackalloc byte[Unknown.Length];
        time.Value.UtcDateTime.TryFormat(text, out var length, "s", CultureInfo.InvariantCulture);
        pen.BeginText();
        pen.Escaped(text[..length]);
        pen.EndText();
    }

    private static bool TryParse(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(
            WithoutFraction(text), [Form + "K", "r"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    /// <summary>Cut off, not parsed: it may have more digits than .NET takes, and is not kept.</summary>
    private static string WithoutFraction(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9');
        return point < 0 || digits == 0 ? text
            : digits < 0 ? text[..point]
            : text.Remove(point, 1 + digits);
    }
}
