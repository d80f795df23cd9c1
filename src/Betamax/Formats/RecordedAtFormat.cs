using System.Globalization;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>
/// When an interaction was recorded: UTC, to the second, without a zone. A fraction and a zone (ISO 8601) are read too, and so
/// is the HTTP date of VCR (RFC 9110, section 5.6.7).
/// </summary>
internal static class RecordedAtFormat
{
    /// <summary>Written if the time is not known. Python Betamax needs the key, and a time in exactly this form.</summary>
    private const string NotKnown = "1970-01-01T00:00:00";

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ssK", "r"];

    public static DateTimeOffset? Read(ref JsonReader reader)
    {
        if (reader.GetStringOrNull() is not { } text)
        {
            return null;
        }

        if (!DateTimeOffset.TryParseExact(
            WithoutFraction(text), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            throw reader.Error($"'{text}' is not a time such as 2013-09-28T01:25:38 or Sat, 28 Sep 2013 01:25:38 GMT.");
        }

        return time == DateTimeOffset.UnixEpoch ? null : time;
    }

    public static void Write(JsonTextWriter writer, DateTimeOffset? time) =>
        writer.WriteString(time is null ? NotKnown : time.Value.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));

    /// <summary>The fraction is cut off and not parsed: it may have more digits than .NET accepts.</summary>
    private static string WithoutFraction(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? 0 : text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9');
        return point < 0 || digits == 0 ? text
            : digits < 0 ? text[..point]
            : text.Remove(point, 1 + digits);
    }
}
