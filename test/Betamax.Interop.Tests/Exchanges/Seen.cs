using System.Globalization;
using System.Text;

namespace Betamax.Interop.Tests.Exchanges;

/// <summary>A response as an application sees it, in either language. The body is decoded.</summary>
internal sealed record Seen(int Status, string? Reason, string Url, Dictionary<string, string[]> Headers, byte[] Body)
{
    // A client that decompresses can drop or keep these headers. A played body is not sent in chunks.
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

    /// <summary>Everything that must be equal, as text. A failed comparison then shows the place.</summary>
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
