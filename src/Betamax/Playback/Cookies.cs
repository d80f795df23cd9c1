using System.Net;
using Betamax.Http;

namespace Betamax.Playback;

/// <summary>
/// Sends and stores cookies as <see cref="SocketsHttpHandler"/> does, but above the cassette, so that they are recorded.
/// </summary>
internal static class Cookies
{
    /// <summary>Adds the container's cookies to the request.</summary>
    /// <returns>An action that removes them again after the request has been sent; null when there are none.</returns>
    public static Action? Add(CookieContainer container, HttpRequestMessage request)
    {
        if (container.Count == 0 || container.GetCookieHeader(request.RequestUri!) is not { Length: > 0 } cookies)
        {
            return null;
        }

        string[] own = request.Headers.NonValidated.TryGetValues(HeaderNames.Cookie, out var values) ? [.. values] : [];
        Set(request, own is [var first, .. var others] ? [first, cookies, .. others] : [cookies]);
        return CreateRestore(request, own);
    }

    private static Action CreateRestore(HttpRequestMessage request, string[] cookies) => () => Set(request, cookies);

    /// <summary>Stores the cookies of a response in the container.</summary>
    public static void Keep(CookieContainer container, HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues(HeaderNames.SetCookie, out var values))
        {
            return;
        }

        foreach (var value in values)
        {
            try
            {
                container.SetCookies(response.RequestMessage!.RequestUri!, value);
            }
            catch (CookieException)
            {
                // A cookie that cannot be parsed is ignored.
            }
        }
    }

    private static void Set(HttpRequestMessage request, string[] cookies)
    {
        request.Headers.Remove(HeaderNames.Cookie);
        request.Headers.TryAddWithoutValidation(HeaderNames.Cookie, cookies);
    }
}
