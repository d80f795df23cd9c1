using Betamax.Recording;

namespace Betamax;

/// <summary>
/// One cassette in use: gives out clients and handlers whose requests are played from it or recorded onto it, until it is
/// ejected. Disposing of it ejects it. Safe to use from any number of threads.
/// </summary>
public sealed class Recorder : IDisposable, IAsyncDisposable
{
    private static readonly AsyncLocal<Recorder?> CurrentInFlow = new();

    private readonly CassetteSession _session;
    private readonly CassetteOptions _options;
    private readonly Recorder? _outer;
    private int _ejected;

    internal Recorder(CassetteSession session, CassetteOptions options)
    {
        _session = session;
        _options = options;
        _outer = Current;
        CurrentInFlow.Value = this;
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
    /// The recorder that this async flow put in last and has not ejected; <see langword="null"/> where there is none.
    /// Tests that run in parallel do not see one another's.
    /// </summary>
    public static Recorder? Current
    {
        get
        {
            var recorder = CurrentInFlow.Value;
            while (recorder is { _ejected: not 0 })
            {
                recorder = recorder._outer;
            }

            return recorder;
        }
    }

    /// <summary>The full path of the cassette's file.</summary>
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
    /// Takes the cassette out: what was recorded is saved, in one step. Requests that are still in flight are not on it. A
    /// second call does nothing.
    /// </summary>
    /// <exception cref="CassetteStorageException">It cannot be saved. The old file is what it was.</exception>
    /// <exception cref="SecretLeakException">What was recorded holds secrets. Nothing of it is saved.</exception>
    /// <exception cref="UnusedInteractionsException">
    /// Not everything was played, and <see cref="CassetteOptions.AllowUnusedInteractions"/> is <see langword="false"/>.
    /// </exception>
    public void Eject()
    {
        if (Interlocked.Exchange(ref _ejected, 1) != 0)
        {
            return;
        }

        try
        {
            _options.BeforeStop?.Invoke(this);
        }
        finally
        {
            _session.Eject();
        }
    }

    /// <summary>
    /// Takes the cassette out and leaves its file as it was. Gives the number of interactions that were recorded and are lost
    /// by it; after an eject, none.
    /// </summary>
    internal int Discard()
    {
        if (Interlocked.Exchange(ref _ejected, 1) != 0)
        {
            return 0;
        }

        try
        {
            _options.BeforeStop?.Invoke(this);
        }
        finally
        {
            _session.Discard();
        }

        return _session.RecordedCount;
    }

    /// <summary>Ejects the cassette.</summary>
    public void Dispose() => Eject();

    /// <summary>Ejects the cassette.</summary>
    public ValueTask DisposeAsync()
    {
        Eject();
        return ValueTask.CompletedTask;
    }

    // Nobody gets this recorder, so nobody else can eject it; and its hook's error says more than one of eject's would.
    private void Abandon()
    {
        _ejected = 1;
        try
        {
            _session.Eject();
        }
        catch (BetamaxException)
        {
            // What could not be saved is still in the journal.
        }
    }
}
