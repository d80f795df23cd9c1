using System.Net;

namespace Betamax.Playback;

/// <summary>The rules by which <see cref="SocketsHttpHandler"/> follows a redirect (RFC 9110, section 15.4).</summary>
internal static class Redirects
{
    /// <summary>Whether the response has the status of a redirect. It may still have no URI to follow.</summary>
    public static bool IsRedirect(HttpResponseMessage response) => (int)response.StatusCode is 300 or 301 or 302 or 303 or 307 or 308;

    /// <summary>The URI to follow; null when the response is not a redirect, or one that must not be followed.</summary>
    public static Uri? FindTarget(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (!IsRedirect(response)
            || response.Headers.Location is not { } location)
        {
            return null;
        }

        var from = request.RequestUri!;
        if (!location.IsAbsoluteUri)
        {
            location = new Uri(from, location);
        }

        // The fragment is kept, unless the redirect has its own (RFC 9110, section 10.2.2).
        if (from.Fragment.Length > 0 && location.Fragment.Length == 0)
        {
            location = new UriBuilder(location) { Fragment = from.Fragment }.Uri;
        }

        return IsSecure(from) && !IsSecure(location) ? null : location;
    }

    /// <summary>Changes the request to the one that follows the redirect.</summary>
    public static void Follow(HttpRequestMessage request, HttpStatusCode status, Uri next)
    {
        request.Headers.Authorization = null;
        request.RequestUri = next;
        if (BecomesGet(request.Method, status))
        {
            request.Method = HttpMethod.Get;
            request.Content = null;
            if (request.Headers.TransferEncodingChunked == true)
            {
                request.Headers.TransferEncodingChunked = false;
            }
        }
    }

    private static bool BecomesGet(HttpMethod method, HttpStatusCode status) => (int)status switch
    {
        300 or 301 or 302 => method == HttpMethod.Post,
        303 => method != HttpMethod.Get && method != HttpMethod.Head,
        _ => false,
    };

    private static bool IsSecure(Uri uri) => uri.Scheme is "https" or "wss";
}
