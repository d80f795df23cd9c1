using Betamax.Http;

namespace Betamax.Secrets.Redactions;

/// <summary>Redacts a URI: its user info, its query, and its fragment, in which OAuth returns tokens.</summary>
internal static class UriRedaction
{
    /// <summary>A URI without its secrets; the same text if it has none.</summary>
    public static string Redact(string uri, SecretFields fields)
    {
        var parameters = uri.AsSpan().IndexOfAny('?', '#') + 1;
        var redacted = parameters == 0 ? uri : FormRedaction.Redact(uri, parameters, "&#", fields);
        return redacted.Contains('@', StringComparison.Ordinal) ? RedactUserInfo(redacted, fields) : redacted;
    }

    /// <summary>Redacts the targets of a <c>Link</c> header, each between angle brackets (RFC 8288, section 3).</summary>
    public static string RedactLinks(string links, SecretFields fields)
    {
        for (var start = links.IndexOf('<', StringComparison.Ordinal) + 1; start > 0;)
        {
            var end = FindEndOfTarget(links, start);
            var target = links[start..end];
            var redacted = Redact(target, fields);
            links = ReferenceEquals(redacted, target) ? links : string.Concat(links.AsSpan(0, start), redacted, links.AsSpan(end));
            start = links.IndexOf('<', start + redacted.Length) + 1;
        }

        return links;
    }

    /// <summary>The end of a target. Placeholders and redacted values in it may have angle brackets of their own.</summary>
    private static int FindEndOfTarget(string links, int start)
    {
        var end = links.IndexOf('>', start);
        while (end >= 0 && end + 1 < links.Length && links[end + 1] is not (';' or ',' or ' '))
        {
            end = links.IndexOf('>', end + 1);
        }

        return end < 0 ? links.Length : end;
    }

    /// <summary>Redacts the password, or the user if there is no password, because it is then a token.</summary>
    private static string RedactUserInfo(string uri, SecretFields fields)
    {
        if (UriParts.Split(uri).UserInfoRange is not { } range)
        {
            return uri;
        }

        var info = uri[range];
        var colon = info.IndexOf(':', StringComparison.Ordinal);
        var redacted = colon < 0 || colon == info.Length - 1
            ? fields.Redact(info.TrimEnd(':')) + (colon < 0 ? "" : ":")
            : info[..(colon + 1)] + fields.Redact(info[(colon + 1)..]);
        return redacted == info ? uri : string.Concat(uri.AsSpan(0, range.Start.Value), redacted, uri.AsSpan(range.End.Value));
    }
}
