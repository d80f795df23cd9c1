using Betamax.Recording;
using Betamax.Storage;

namespace Betamax;

/// <summary>
/// An open cassette. Creates clients and handlers whose requests are played from it or recorded to it, until it is ejected.
/// Disposing of the recorder ejects the cassette. Safe to use from any number of threads.
/// </summary>
public sealed class Recorder : IDisposable, IAsyncDisposable
{
    private readonly CassetteSession _session;
    private readonly CassetteOptions _options;
    private readonly RecorderScope _scope;
    private int _ejected;

    internal Recorder(CassetteSession session, CassetteOptions options, RecorderScope scope)
    {
        (_session, _options, _scope) = (session, options, scope);
        session.Scope = scope;
        scope.Recorder = this;
        try
        {
            options.AfterStart?.Invoke(this);
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    /// <summary>
    /// The recorder that was opened last in this async flow and has not been ejected; <see langword="null"/> if there is none. Tests
    /// that run in parallel do not see each other's recorders.
    /// </summary>
    public static Recorder? Current => RecorderScope.CurrentRecorder;

    /// <summary>What happens to the requests of this recorder.</summary>
    internal CassetteSession Session => _session;

    /// <summary>The full path of the cassette's file, or its location in another storage.</summary>
    public string CassettePath => _session.Path;

    /// <summary>Whether a request that no recording matches is sent and recorded, rather than refused.</summary>
    public bool IsRecording => _session.IsRecording;

    /// <summary>
    /// The cassette as eject would save it now. Like eject, it waits up to two seconds for responses that are still read to their
    /// end in the background.
    /// </summary>
    public Cassette Cassette => _session.Contents;

    /// <summary>
    /// The requests that were refused so far, as the exceptions that their callers got. At most ten; one with the same message as
    /// another is left out.
    /// </summary>
    public IReadOnlyList<UnhandledRequestException> Refusals => _session.Refusals;

    /// <summary>
    /// Says that the refusals so far are expected: with <see cref="CassetteOptions.AllowUnusedInteractions"/> = <see langword="false"/>,
    /// eject throws for the later ones only.
    /// </summary>
    /// <returns>The refusals since the last call, as <see cref="Refusals"/> has them.</returns>
    public IReadOnlyList<UnhandledRequestException> AcknowledgeRefusals() => _session.AcknowledgeRefusals();

    /// <summary>
    /// The interactions of the cassette that can be played, and which of them were. Empty when this run plays nothing, as in
    /// <see cref="RecordMode.All"/>. It does not contain what this run records. It can still be read after the eject.
    /// </summary>
    public IReadOnlyList<InteractionUsage> Usage => _session.Usage;

    /// <summary>
    /// Creates a client that uses the cassette. It follows redirects, keeps cookies and decompresses, for live and played
    /// responses alike. The caller must dispose it.
    /// </summary>
    public HttpClient CreateClient() => new(CreateHandler());

    /// <summary>Creates a handler that uses the cassette.</summary>
    /// <param name="inner">
    /// The handler that sends what is not played. Its settings for redirects, cookies and decompression also apply to played
    /// responses. If <see langword="null"/>, the recorder creates its own, and each hop of a redirect is recorded.
    /// </param>
    /// <param name="observer">
    /// Called with the outcome of each request; for a recorded one when its response has been read. It may be called from several
    /// threads at once, and must not throw. <see langword="null"/> if nobody listens.
    /// </param>
    public HttpMessageHandler CreateHandler(HttpMessageHandler? inner = null, Action<HandledRequest>? observer = null) =>
        RecorderHandler.Create(inner, new(_ => _session, NoRecorderBehavior.Refuse, observer));

    /// <summary>
    /// Creates a handler that uses, for each request, the recorder that is <see cref="Current"/> when the request is sent. For
    /// a client that is created once and used by many tests.
    /// </summary>
    /// <param name="inner">The handler that sends what is not played, as for <see cref="CreateHandler"/>.</param>
    /// <param name="noRecorder">
    /// What happens to a request when no recorder is current. With <see langword="null"/>, the default, it goes to the network, unless
    /// <c>BETAMAX_RECORD_MODE</c> is <c>none</c> or the code that sends it was started under a recorder that has been ejected.
    /// </param>
    /// <param name="observer">Called with the outcome of each request, as for <see cref="CreateHandler"/>.</param>
    public static HttpMessageHandler CreateAmbientHandler(
        HttpMessageHandler? inner = null,
        NoRecorderBehavior? noRecorder = null,
        Action<HandledRequest>? observer = null) =>
        RecorderHandler.Create(inner, new(_ => FindSession(noRecorder), noRecorder, observer, FollowsFlow: true));

    /// <summary>
    /// Creates a handler that asks, for each request, which recorder to use. For a client whose requests belong to several
    /// cassettes, and for a proxy.
    /// </summary>
    /// <param name="chooseRecorder">
    /// Returns the recorder for a request, or <see langword="null"/> for none. Called once per request of the client, not again for
    /// its redirects. It may be called from several threads at once.
    /// </param>
    /// <param name="inner">The handler that sends what is not played, as for <see cref="CreateHandler"/>.</param>
    /// <param name="noRecorder">
    /// What happens to a request without a recorder. With <see langword="null"/>, the default, it goes to the network, unless
    /// <c>BETAMAX_RECORD_MODE</c> is <c>none</c>.
    /// </param>
    /// <param name="observer">Called with the outcome of each request, as for <see cref="CreateHandler"/>.</param>
    public static HttpMessageHandler CreateRoutingHandler(
        Func<HttpRequestMessage, Recorder?> chooseRecorder,
        HttpMessageHandler? inner = null,
        NoRecorderBehavior? noRecorder = null,
        Action<HandledRequest>? observer = null)
    {
        ArgumentNullException.ThrowIfNull(chooseRecorder);
        return RecorderHandler.Create(inner, new(request => chooseRecorder(request)?._session, noRecorder, observer));
    }

    /// <summary>
    /// Ejects the cassette: what was recorded is saved in one step. Requests that are still in flight are not saved. A second call does
    /// nothing.
    /// </summary>
    /// <exception cref="CassetteStorageException">It cannot be saved. The old cassette is unchanged.</exception>
    /// <exception cref="SecretLeakException">
    /// What was recorded contains secrets. Nothing is saved; recordings without secrets are kept in the journal for the next run.
    /// </exception>
    /// <exception cref="UnusedInteractionsException">
    /// Some recordings were not played, and <see cref="CassetteOptions.AllowUnusedInteractions"/> is <see langword="false"/>.
    /// </exception>
    /// <exception cref="RefusedRequestsException">
    /// Requests were refused, and <see cref="CassetteOptions.AllowUnusedInteractions"/> is <see langword="false"/>.
    /// </exception>
    /// <exception cref="BetamaxException">
    /// A hook such as <see cref="CassetteOptions.BeforeRecord"/> has thrown, so an interaction is not recorded. The inner exception is
    /// the first that was thrown. Everything else is saved.
    /// </exception>
    public void Eject()
    {
        if (!TryBeginEject())
        {
            return;
        }

        try
        {
            CallBeforeStop();
        }
        finally
        {
            Synchronous.Run(_session.EjectAsync);
        }
    }

    /// <summary>Ejects the cassette, as <see cref="Eject"/> does, without blocking the caller while it is saved.</summary>
    /// <inheritdoc cref="Eject" path="/exception"/>
    public Task EjectAsync()
    {
        // Not an async method: the flow of the caller leaves the recorder's scope.
        if (!TryBeginEject())
        {
            return Task.CompletedTask;
        }

        Task stopped;
        try
        {
            CallBeforeStop();
            stopped = Task.CompletedTask;
        }
#pragma warning disable CA1031 // The caller gets the error in the task, after the eject.
        catch (Exception error)
#pragma warning restore CA1031
        {
            stopped = Task.FromException(error);
        }

        return SaveAndEndAsync(stopped);
    }

    /// <summary>Ejects the cassette and leaves it as it was. What was recorded is lost.</summary>
    /// <returns>The number of interactions that are lost; 0 if the cassette has been ejected before.</returns>
    public int Discard()
    {
        if (!TryBeginEject())
        {
            return 0;
        }

        try
        {
            CallBeforeStop();
        }
        finally
        {
            _session.Discard();
        }

        return _session.RecordedCount;
    }

    /// <summary>Ejects the cassette.</summary>
    public void Dispose() => Eject();

    /// <summary>Ejects the cassette without blocking the caller.</summary>
    public ValueTask DisposeAsync() => new(EjectAsync());

    private async Task SaveAndEndAsync(Task stopped)
    {
        try
        {
            await stopped.ConfigureAwait(false);
        }
        finally
        {
            // On another thread, because files are written synchronously.
            await (_session.SavesOnEject ? Task.Run(() => _session.EjectAsync().AsTask()) : _session.EjectAsync().AsTask()).ConfigureAwait(false);
        }
    }

    /// <summary>An ejected session refuses the request, except where the client lets such requests go to the network.</summary>
    private static CassetteSession? FindSession(NoRecorderBehavior? noRecorder) =>
        RecorderScope.RecorderForRequest is { } recorder && !(recorder._scope.IsOver && noRecorder == NoRecorderBehavior.PassThrough)
            ? recorder._session
            : null;

    private bool TryBeginEject() => Interlocked.Exchange(ref _ejected, 1) == 0;

    /// <summary>Calls the hook while this recorder is still current, and then ends its scope.</summary>
    private void CallBeforeStop()
    {
        try
        {
            _scope.Run(() => _options.BeforeStop?.Invoke(this));
        }
        finally
        {
            _scope.Leave();
        }
    }

    /// <summary>
    /// The caller never receives this instance, so it is ejected here. An error of the eject is ignored: the hook's error says more.
    /// </summary>
    private void Abandon()
    {
        _ejected = 1;
        _scope.Leave();
        _scope.Recorder = null;
        try
        {
            Synchronous.Run(_session.EjectAsync);
        }
        catch (BetamaxException)
        {
            // What could not be saved is in the journal.
        }
    }
}
