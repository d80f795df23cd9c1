namespace Betamax.Matching.Uris;

/// <summary>The path of a URI in its one spelling.</summary>
internal static class UriPath
{
    /// <summary>Percent-encoding normalised, dot segments removed (RFC 3986, 5.2.4), an empty path as <c>/</c>.</summary>
    public static string Normalise(UriParts uri)
    {
        if (uri.Path.Length == 0)
        {
            return uri.Authority is null ? "" : "/";
        }

        var path = PercentEncoding.Normalise(uri.Path);
        return path[0] == '/' && path.Contains("/.", StringComparison.Ordinal) ? WithoutDotSegments(path) : path;
    }

    private static string WithoutDotSegments(string path)
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
