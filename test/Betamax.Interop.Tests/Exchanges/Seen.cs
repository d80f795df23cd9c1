using System.Globalization;
using System.Text;

namespace Betamax.Interop.Tests.Exchanges;

/// <summary>A response as an application saw it, whichever the language: the body is decoded.</summary>
internal sealed record Seen(int Status, string? Reason, string Url, Dictionary<string, string[]> Headers, byte[] Body)
{
    // A client that decompresses may drop or keep these; a body is played whole, so it is not chunked again.
    private static readonly HashSet<string> OfTheWire =
        new(StringComparer.OrdinalIgnoreCase) { "Content-Encoding", "Content-Length", "Transfer-Encoding" };

    public static Seen From(HttpResponseMessage response, byte[] body)
    {
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated);
        return new(
            (int)response.StatusCode,
            response.ReasonPhrase,
            response.RequestMessage!.RequestUri!.AbsoluteUri,
            headers.ToDictionary(header => header.Key, header => header.Value.ToArray()),
            body);
    }

    /// <summary>Everything that must be the same, as text, so that a failed comparison shows the place.</summary>
    public string Describe(params string[] ignoredHeaders)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{Status} {Reason}")
            .AppendLine(System.Uri.UnescapeDataString(Url));
        var compared = Headers.Where(header =>
            !OfTheWire.Contains(header.Key) && !ignoredHeaders.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
        foreach (var (name, values) in compared.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{name.ToLowerInvariant()}: {string.Join(" | ", values)}");
        }

        return text.AppendLine().Append(Encoding.Latin1.GetString(Body)).ToString();
    }
}
