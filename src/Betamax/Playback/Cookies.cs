using System.Net;

namespace Betamax.Playback;

/// <summary>Cookies as <see cref="SocketsHttpHandler"/> keeps them, but where the tape can see them.</summary>
internal static class Cookies
{
    private const string Header = "Cookie";

    /// <summary>Adds the container's cookies to the request. Call what is returned when it has been sent.</summary>
    public static Action Add(CookieContainer container, HttpRequestMessage request)
    {
        var cookies = container.GetCookieHeader(request.RequestUri!);
        if (cookies.Length == 0)
        {
            return () => { };
        }

        var own = request.Headers.NonValidated.TryGetValues(Header, out var values) ? values.ToString() : null;
        Set(request, own is null ? cookies : $"{own}; {cookies}");
        return () => Set(request, own);
    }

    public static void Keep(CookieContainer container, Uri from, HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Set-Cookie", out var values))
        {
            return;
        }

        foreach (var value in values)
        {
            try
            {
                container.SetCookies(from, value);
            }
            catch (CookieException)
            {
                // A cookie that cannot be parsed is not kept, and is no error.
            }
        }
    }

    private static void Set(HttpRequestMessage request, string? cookies)
    {
        request.Headers.Remove(Header);
        if (cookies is not null)
        {
            request.Headers.TryAddWithoutValidation(Header, cookies);
        }
    }
}
