using System.Net;

namespace Betamax.Playback;

/// <summary>
/// What a primary handler does besides sending: redirects, cookies, decompression. The recorder's handler does the same for played
/// responses, and for live ones if it owns the primary handler.
/// </summary>
internal sealed record ClientBehavior(
    DecompressionMethods Decompression = DecompressionMethods.None, int MaxRedirects = 0, CookieContainer? Cookies = null)
{
    /// <summary>The behavior of the recorder's own primary handler: the defaults of .NET, and decompression.</summary>
    public static ClientBehavior CreateDefault() => new(DecompressionMethods.All, MaxRedirects: 50, new CookieContainer());

    /// <summary>The behavior of a caller-supplied handler, as far as it can be read from its settings.</summary>
    public static ClientBehavior Read(HttpMessageHandler? handler) => handler switch
    {
        DelegatingHandler outer => Read(outer.InnerHandler),
        SocketsHttpHandler primary => new(
            primary.AutomaticDecompression,
            primary.AllowAutoRedirect ? primary.MaxAutomaticRedirections : 0,
            primary.UseCookies ? primary.CookieContainer : null),
        HttpClientHandler primary => new(
            primary.AutomaticDecompression,
            primary.AllowAutoRedirect ? primary.MaxAutomaticRedirections : 0,
            primary.UseCookies ? primary.CookieContainer : null),
        _ => new(),
    };
}
