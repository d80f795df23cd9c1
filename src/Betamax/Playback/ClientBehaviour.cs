using System.Net;

namespace Betamax.Playback;

/// <summary>
/// What a primary handler does beyond sending: following redirects, keeping cookies, decompressing. It happens above the
/// tape, for what is played as well as for what is live.
/// </summary>
internal sealed record ClientBehaviour(
    DecompressionMethods Decompression = DecompressionMethods.None, int MaxRedirects = 0, CookieContainer? Cookies = null)
{
    /// <summary>What a handler does that the recorder owns: what .NET's own does, and decompression.</summary>
    public static ClientBehaviour OfOwn() => new(DecompressionMethods.All, MaxRedirects: 50, new CookieContainer());

    /// <summary>What a handler that the caller has brought does, as far as its settings tell.</summary>
    public static ClientBehaviour Of(HttpMessageHandler? handler) => handler switch
    {
        DelegatingHandler outer => Of(outer.InnerHandler),
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
