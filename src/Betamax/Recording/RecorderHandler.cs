using System.Net;
using System.Runtime.CompilerServices;
using Betamax.Playback;

namespace Betamax.Recording;

/// <summary>
/// The handler of a client. Redirects, cookies and decompression are handled here, for live and played responses alike. Below it
/// is the cassette, and below that the network.
/// </summary>
internal sealed class RecorderHandler : DelegatingHandler
{
    private readonly HandlerOptions _options;
    private readonly ClientBehavior _behavior;
    private readonly bool _ownsPrimary;
    private readonly Exchange _exchange;
    private readonly ConditionalWeakTable<CassetteSession, CookieContainer> _cookies = [];

    private RecorderHandler(HandlerOptions options, HttpMessageHandler inner, ClientBehavior behavior, bool ownsPrimary)
        : base(inner)
    {
        _options = options;
        _behavior = behavior;
        _ownsPrimary = ownsPrimary;
        _exchange = new(options, SendLive, ownsPrimary ? behavior.Decompression : DecompressionMethods.None);
    }

    /// <summary>
    /// Creates a handler over a caller-supplied handler, which handles redirects, cookies and decompression of live responses
    /// itself. Without one it creates its own primary handler, which only sends, so that each hop is recorded.
    /// </summary>
    public static RecorderHandler Create(HttpMessageHandler? inner, HandlerOptions options) => inner is null
        ? new(options, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, ClientBehavior.CreateDefault(), ownsPrimary: true)
        : new(options, inner, ClientBehavior.Read(inner), ownsPrimary: false);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // With async: false the task has ended when it is returned.
        var sending = SendHops(request, async: false, cancellationToken);
        return sending.IsCompleted
            ? sending.GetAwaiter().GetResult()
            : throw new InvalidOperationException("A synchronous request was sent asynchronously.");
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return SendHops(request, async: true, cancellationToken).AsTask();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<HttpResponseMessage>(cancellationToken);
        }
#pragma warning disable CA1031 // As with every handler, the caller gets the exception in the task.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Task.FromException<HttpResponseMessage>(error);
        }
    }

    // Uses an async method only if there is something to wait for or a redirect to follow.
    private ValueTask<HttpResponseMessage> SendHops(HttpRequestMessage request, bool async, CancellationToken cancellationToken)
    {
        if (_ownsPrimary)
        {
            ContentDecoder.Accept(request, _behavior.Decompression);
        }

        // One session for all hops. If it is ejected in between, the next hop throws.
        var session = _options.FindSession(request);
        var cookies = FindCookies(session);
        var uri = request.RequestUri;
        var sending = SendHop(session, cookies, request, async, cancellationToken);
        if (!sending.IsCompletedSuccessfully)
        {
            return FollowRedirects(session, cookies, uri, sending, request, async, cancellationToken);
        }

        var reply = sending.Result;
        return Redirects.IsRedirect(reply.Response)
            ? FollowRedirects(session, cookies, uri, new(reply), request, async, cancellationToken)
            : new(FinishHop(reply, cookies));
    }

    private async ValueTask<HttpResponseMessage> FollowRedirects(
        CassetteSession? session,
        CookieContainer? cookies,
        Uri? uri,
        ValueTask<Reply> sending,
        HttpRequestMessage request,
        bool async,
        CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            var reply = await sending.ConfigureAwait(false);
            var response = FinishHop(reply, cookies);

            // If playing has changed the request's URI, the recorded handler followed the redirects itself.
            if ((!reply.IsPlayed && !_ownsPrimary)
                || redirects == _behavior.MaxRedirects
                || request.RequestUri != uri
                || await FindTarget(request, response, async, cancellationToken).ConfigureAwait(false) is not { } target)
            {
                return response;
            }

            await Drain(response, async, cancellationToken).ConfigureAwait(false);
            Redirects.Follow(request, response.StatusCode, target);
            uri = request.RequestUri;
            sending = SendHop(session, cookies, request, async, cancellationToken);
        }
    }

    /// <summary>Keeps cookies and decodes the body, unless a caller-supplied handler has done so.</summary>
    private HttpResponseMessage FinishHop(Reply reply, CookieContainer? cookies)
    {
        if (reply.IsPlayed || _ownsPrimary)
        {
            if (cookies is not null)
            {
                Cookies.Keep(cookies, reply.Response);
            }

            ContentDecoder.Decode(reply.Response, _behavior.Decompression);
        }

        return reply.Response;
    }

    private ValueTask<Reply> SendHop(
        CassetteSession? session, CookieContainer? cookies, HttpRequestMessage request, bool async, CancellationToken cancellationToken) =>
        _ownsPrimary && Cookies.Add(cookies!, request) is { } removeCookies
            ? SendWithCookies(session, removeCookies, request, async, cancellationToken)
            : _exchange.Send(session, request, async, cancellationToken);

    private async ValueTask<Reply> SendWithCookies(
        CassetteSession? session, Action removeCookies, HttpRequestMessage request, bool async, CancellationToken cancellationToken)
    {
        try
        {
            return await _exchange.Send(session, request, async, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            removeCookies();
        }
    }

    // Each cassette starts without cookies, even if the client was created before it.
    private CookieContainer? FindCookies(CassetteSession? session) =>
        !_ownsPrimary || session is null ? _behavior.Cookies
        : _cookies.TryGetValue(session, out var cookies) ? cookies
        : _cookies.GetOrCreateValue(session);

    private static ValueTask<Uri?> FindTarget(
        HttpRequestMessage request, HttpResponseMessage response, bool async, CancellationToken cancellationToken)
    {
        try
        {
            return new(Redirects.FindTarget(request, response));
        }
        catch (UriFormatException error)
        {
            return DrainAndThrow(response, error, async, cancellationToken);
        }
    }

    // Reads the hop to its end, so that it is recorded and fails on playback in the same way.
    private static async ValueTask<Uri?> DrainAndThrow(
        HttpResponseMessage response, Exception error, bool async, CancellationToken cancellationToken)
    {
        await Drain(response, async, cancellationToken).ConfigureAwait(false);
        throw error;
    }

    // Reads a hop to its end, so that it is recorded. Errors in its body are ignored.
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
