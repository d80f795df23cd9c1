namespace Betamax.Secrets.Redactions;

/// <summary>Secrets in a URI: in its user info, its query and its fragment, where OAuth answers with tokens.</summary>
internal static class UriRedaction
{
    public static string In(string uri, SecretNames names, SecretMark mark)
    {
        var parameters = uri.AsSpan().IndexOfAny('?', '#') + 1;
        var redacted = parameters == 0 ? uri : ParameterRedaction.In(uri, parameters, "&#", names, mark);
        return redacted.Contains('@', StringComparison.Ordinal) ? InUserInfo(redacted, mark) : redacted;
    }

    /// <summary>In the targets of a <c>Link</c> header, each between angle brackets (RFC 8288, section 3).</summary>
    public static string InLinks(string links, SecretNames names, SecretMark mark)
    {
        for (var start = links.IndexOf('<', StringComparison.Ordinal) + 1; start > 0;)
        {
            var end = EndOfTarget(links, start);
            var target = links[start..end];
            var redacted = In(target, names, mark);
            links = ReferenceEquals(redacted, target) ? links : string.Concat(links.AsSpan(0, start), redacted, links.AsSpan(end));
            start = links.IndexOf('<', start + redacted.Length) + 1;
        }

        return links;
    }

    // The marks and the placeholders in a target have angle brackets of their own.
    private static int EndOfTarget(string links, int start)
    {
        var end = links.IndexOf('>', start);
        while (end >= 0 && end + 1 < links.Length && links[end + 1] is not (';' or ',' or ' '))
        {
            end = links.IndexOf('>', end + 1);
        }

        return end < 0 ? links.Length : end;
    }

    // The password; a user without one is a token.
    private static string InUserInfo(string uri, SecretMark mark)
    {
        var path = uri.AsSpan().IndexOfAny("?#");
        var start = uri.AsSpan(0, path < 0 ? uri.Length : path).IndexOf("//") + 2;
        var length = start < 2 ? 0 : uri.AsSpan(start).IndexOfAny("/?#");
        var at = start < 2 ? -1 : uri.AsSpan(start, length < 0 ? uri.Length - start : length).LastIndexOf('@');
        if (at < 0)
        {
            return uri;
        }

        var info = uri.Substring(start, at);
        var colon = info.IndexOf(':', StringComparison.Ordinal);
        var redacted = colon < 0 || colon == info.Length - 1
            ? mark.For(info.TrimEnd(':')) + (colon < 0 ? "" : ":")
            : info[..(colon + 1)] + mark.For(info[(colon + 1)..]);
        return redacted == info ? uri : string.Concat(uri.AsSpan(0, start), redacted, uri.AsSpan(start + at));
    }
}
