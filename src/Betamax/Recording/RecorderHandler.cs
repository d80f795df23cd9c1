using System.Net;
using System.Runtime.CompilerServices;
using Betamax.Playback;

namespace Betamax.Recording;

/// <summary>
/// The rim: where a client's requests come in. Below it is the tape, and below that the network; what a client sees of
/// redirects, cookies and compression happens here, the same for a live response and a played one.
/// </summary>
internal sealed class RecorderHandler : DelegatingHandler
{
    private readonly TapeSource _source;
    private readonly ClientBehaviour _behaviour;
    private readonly bool _ownsPrimary;
    private readonly SendLive _sendLive;
    private readonly ConditionalWeakTable<CassetteSession, CookieContainer> _cookies = [];

    private RecorderHandler(TapeSource source, HttpMessageHandler inner, ClientBehaviour behaviour, bool ownsPrimary)
        : base(inner)
    {
        _source = source;
        _behaviour = behaviour;
        _ownsPrimary = ownsPrimary;
        _sendLive = SendLive;
    }

    /// <summary>
    /// Wraps a handler that the caller has brought; what it does to a live response by itself is left to it. Without one it
    /// brings a primary handler of its own, which does nothing but send: each hop is to be on the tape.
    /// </summary>
    public static RecorderHandler Over(HttpMessageHandler? inner, TapeSource source) => inner is null
        ? new(source, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, ClientBehaviour.OfOwn(), ownsPrimary: true)
        : new(source, inner, ClientBehaviour.Of(inner), ownsPrimary: false);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // It completes before it returns: with async: false nothing in it waits for anything else.
        var sending = SendHops(Begin(request), request, async: false, cancellationToken);
        return sending.IsCompleted
            ? sending.GetAwaiter().GetResult()
            : throw new InvalidOperationException("A synchronous request was sent asynchronously.");
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendHops(Begin(request), request, async: true, cancellationToken).AsTask();

    private CassetteSession? Begin(HttpRequestMessage request)
    {
        if (_ownsPrimary)
        {
            ContentCoding.Accept(request, _behaviour.Decompression);
        }

        // One tape for all hops: where it is ejected in between, the next hop is an error.
        return _source.Session();
    }

    private async ValueTask<HttpResponseMessage> SendHops(
        CassetteSession? session, HttpRequestMessage request, bool async, CancellationToken cancellationToken)
    {
        // Exact bytes are decoded above the tape.
        var decodesForTape = _ownsPrimary && session is { PreservesExactBytes: false };
        var dispatch = new Dispatch(session, _source, _sendLive, decodesForTape ? _behaviour.Decompression : DecompressionMethods.None);
        var cookies = CookiesFor(session);
        for (var redirects = 0; ; redirects++)
        {
            var asked = request.RequestUri;
            var (response, played) = await Hop(dispatch, cookies, request, async, cancellationToken).ConfigureAwait(false);
            if (!played && !_ownsPrimary)
            {
                return response;
            }

            ContentCoding.Decode(response, _behaviour.Decompression);

            // Where the tape has come to another URI, the handler that was recorded has followed as far as it would.
            if (redirects == _behaviour.MaxRedirects
                || request.RequestUri != asked
                || await Next(request, response, async, cancellationToken).ConfigureAwait(false) is not { } next)
            {
                return response;
            }

            await Drain(response, async, cancellationToken).ConfigureAwait(false);
            Redirects.Follow(request, response.StatusCode, next);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<(HttpResponseMessage Response, bool Played)> Hop(
        Dispatch dispatch, CookieContainer? cookies, HttpRequestMessage request, bool async, CancellationToken cancellationToken)
    {
        var withdrawCookies = _ownsPrimary ? Cookies.Add(cookies!, request) : () => { };
        try
        {
            var (response, played) = await dispatch.Send(request, async, cancellationToken).ConfigureAwait(false);
            if (cookies is not null && (played || _ownsPrimary))
            {
                Cookies.Keep(cookies, response);
            }

            return (response, played);
        }
        finally
        {
            withdrawCookies();
        }
    }

    // A tape is recorded and played without the cookies of the tests before it, though its client may be older.
    private CookieContainer? CookiesFor(CassetteSession? session) =>
        _ownsPrimary && session is not null ? _cookies.GetOrCreateValue(session) : _behaviour.Cookies;

    private static async ValueTask<Uri?> Next(
        HttpRequestMessage request, HttpResponseMessage response, bool async, CancellationToken cancellationToken)
    {
        try
        {
            return Redirects.Next(request, response);
        }
        catch (UriFormatException)
        {
            // With the hop on the tape it fails in the same way when it is played.
            await Drain(response, async, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    // A hop is on the tape once it has been read to its end. What its body is like is nobody's concern, as it is live.
    private static async ValueTask Drain(HttpResponseMessage response, bool async, CancellationToken cancellationToken)
    {
        using (response)
        {
            try
            {
                if (async)
                {
                    await response.Content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    response.Content.CopyTo(Stream.Null, context: null, cancellationToken);
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidDataException)
            {
            }
        }
    }

    private ValueTask<HttpResponseMessage> SendLive(HttpRequestMessage request, bool async, CancellationToken cancellationToken) =>
        async ? new(base.SendAsync(request, cancellationToken)) : new(base.Send(request, cancellationToken));
}
