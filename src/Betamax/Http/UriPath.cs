namespace Betamax.Http;

/// <summary>The normal form of the path of a URI.</summary>
internal static class UriPath
{
    /// <summary>
    /// Normalizes percent-encoding, removes dot segments (RFC 3986, section 5.2.4), and makes the empty path of a URI with a
    /// host <c>/</c>.
    /// </summary>
    public static string Normalize(UriParts uri)
    {
        if (uri.Path.Length == 0)
        {
            return uri.Authority is null ? "" : "/";
        }

        var path = PercentEncoding.Normalize(uri.Path);
        return path[0] == '/' && path.Contains("/.", StringComparison.Ordinal) ? RemoveDotSegments(path) : path;
    }

    private static string RemoveDotSegments(string path)
    {
        var kept = new List<string>();
        var segments = path[1..].Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            if (segments[i] == ".." && kept.Count > 0)
            {
                kept.RemoveAt(kept.Count - 1);
            }

            if (segments[i] is not ("." or ".."))
            {
                kept.Add(segments[i]);
            }
            else if (i == segments.Length - 1)
            {
                kept.Add("");
            }
        }

        return "/" + string.Join('/', kept);
    }
}
