using Betamax.Recording;
using Betamax.Storage;

namespace Betamax;

/// <summary>
/// One cassette in use: gives out clients and handlers whose requests are played from it or recorded onto it, until it is
/// ejected. Disposing of it ejects it. Safe to use from any number of threads.
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
    /// The recorder that was last opened in this async flow and is not ejected; <see langword="null"/> if there is none. Tests that
    /// run in parallel do not see each other's.
    /// </summary>
    public static Recorder? Current => RecorderScope.CurrentRecorder;

    /// <summary>The full path of the cassette's file, or its location in another storage.</summary>
    public string CassettePath => _session.Path;

    /// <summary>Whether a request that no recording matches is sent and recorded, rather than refused.</summary>
    public bool IsRecording => _session.IsRecording;

    /// <summary>What is on the tape now: what eject would save.</summary>
    public Cassette Cassette => _session.Contents;

    /// <summary>What the requests that were refused were told, each text once.</summary>
    internal IReadOnlyList<string> Refusals => _session.Refusals;

    /// <summary>
    /// Makes a client whose requests go by the tape. It follows redirects, keeps cookies and decompresses, the same while
    /// recording and on playback. Disposing of it is the caller's.
    /// </summary>
    public HttpClient CreateClient() => new(CreateHandler());

    /// <summary>Makes a handler whose requests go by the tape.</summary>
    /// <param name="inner">
    /// The handler below it, which sends what is not played; its settings decide what the caller sees. <see langword="null"/>
    /// = one of the recorder's own, with which each redirect and each cookie is on the tape.
    /// </param>
    /// <param name="observer">
    /// Called with each request once it is certain what became of it; for one that is recorded that is when its response has
    /// been read. From any thread, several at a time; it must not throw. <see langword="null"/> = nobody.
    /// </param>
    public HttpMessageHandler CreateHandler(HttpMessageHandler? inner = null, Action<HandledRequest>? observer = null) =>
        RecorderHandler.Over(inner, new(() => _session, NoRecorderBehavior.PassThrough, observer));

    /// <summary>
    /// Makes a handler whose requests each go by the tape of the recorder that is <see cref="Current"/> when it is sent: for a
    /// client that is made once and used by many tests.
    /// </summary>
    /// <param name="inner">The handler below it, as for <see cref="CreateHandler"/>.</param>
    /// <param name="noRecorder">What happens to a request for which no recorder is current. By default it passes.</param>
    /// <param name="observer">Called with each request, as for <see cref="CreateHandler"/>.</param>
    public static HttpMessageHandler CreateAmbientHandler(
        HttpMessageHandler? inner = null,
        NoRecorderBehavior noRecorder = NoRecorderBehavior.PassThrough,
        Action<HandledRequest>? observer = null) =>
        RecorderHandler.Over(inner, new(() => Current?._session, noRecorder, observer));

    /// <summary>
    /// Ejects the cassette: what was recorded is saved in one step. Requests that are still in flight are not saved. Does nothing
    /// when it is called again.
    /// </summary>
    /// <exception cref="CassetteStorageException">It cannot be saved. The old cassette is unchanged.</exception>
    /// <exception cref="SecretLeakException">
    /// What was recorded holds secrets. Nothing is saved. What does not hold any is kept in the journal for the next run.
    /// </exception>
    /// <exception cref="UnusedInteractionsException">
    /// Some recordings were not played, and <see cref="CassetteOptions.AllowUnusedInteractions"/> is <see langword="false"/>.
    /// </exception>
    public void Eject()
    {
        if (!TryBeginEject())
        {
            return;
        }

        try
        {
            _options.BeforeStop?.Invoke(this);
        }
        finally
        {
            _scope.Leave();
            Synchronous.Run(_session.EjectAsync);
        }
    }

    /// <summary>Ejects the cassette, as <see cref="Eject"/> does, without blocking the caller while it is saved.</summary>
    /// <inheritdoc cref="Eject" path="/exception"/>
    public async Task EjectAsync()
    {
        if (!TryBeginEject())
        {
            return;
        }

        try
        {
            _options.BeforeStop?.Invoke(this);
        }
        finally
        {
            _scope.Leave();

            // Files are written synchronously, so that this runs on another thread.
            await (_session.SavesOnEject ? Task.Run(() => _session.EjectAsync().AsTask()) : _session.EjectAsync().AsTask()).ConfigureAwait(false);
        }
    }

    /// <summary>Ejects the cassette and leaves it as it was. What was recorded is lost.</summary>
    /// <returns>The number of interactions that are lost. After an eject 0.</returns>
    public int Discard()
    {
        if (!TryBeginEject())
        {
            return 0;
        }

        try
        {
            _options.BeforeStop?.Invoke(this);
        }
        finally
        {
            _scope.Leave();
            _session.Discard();
        }

        return _session.RecordedCount;
    }

    /// <summary>Ejects the cassette.</summary>
    public void Dispose() => Eject();

    /// <summary>Ejects the cassette without blocking the caller.</summary>
    public ValueTask DisposeAsync() => new(EjectAsync());

    private bool TryBeginEject() => Interlocked.Exchange(ref _ejected, 1) == 0;

    /// <summary>
    /// The caller never receives this instance, so it is ejected here. The hook's error says more than an error of the eject would.
    /// </summary>
    private void Abandon()
    {
        _ejected = 1;
        _scope.Leave();
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
