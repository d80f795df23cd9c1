using Betamax.Diagnostics;
using Betamax.Playback;
using Betamax.Recording.Modes;
using Betamax.Recording.Refusals;
using Betamax.Recording.Traffic;
using Betamax.Secrets;
using Betamax.Secrets.Leaks;
using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>One open cassette, from opening to eject. Safe to use from any thread.</summary>
internal sealed class CassetteSession
{
    private readonly CassetteOptions _options;
    private readonly RecordMode _mode;
    private readonly bool _modeIsFromVariable;
    private readonly SecretFilter _secrets;
    private readonly InteractionConverter _converter;
    private readonly LeakGuard _leaks;
    private readonly CassetteStore _store;
    private readonly LoadedCassette _loaded;
    private readonly Tape _tape;
    private readonly CassetteSaver _saver;
    private readonly object _writing = new();
    private readonly RefusalLog _refusals = new();
    private readonly List<Task> _pending = [];
    private readonly List<Exception> _errors = [];
    private volatile bool _ejected;

    /// <param name="store">The cassette in its storage.</param>
    /// <param name="content">What was loaded from the storage.</param>
    /// <param name="options">The options of the cassette.</param>
    /// <param name="overridingMode">The mode that overrides the options; null if none does.</param>
    public CassetteSession(CassetteStore store, StoreContent content, CassetteOptions options, RecordMode? overridingMode)
    {
        _options = options;
        _mode = overridingMode ?? options.RecordMode;
        _modeIsFromVariable = overridingMode is not null;
        Pace = new(options.PlaybackSpeed, options.TimeProvider);
        ResponseOptions = new(options.RecordChunks, options.RecordFailures, options.MaxRecordedBody, options.TimeProvider);
        _secrets = new(options.Placeholders, options.Redaction);
        _converter = new(options, _secrets);
        _leaks = new(new(options.Placeholders, options.AllowedLeaks, options.LeakRules));
        _store = store;
        var merger = new CassetteMerger(options.MatchRequestsOn, _secrets);
        _loaded = LoadedCassette.From(content, store.Location, _mode, options, merger, RewrittenCassettes.Contains(store));
        _tape = new(
            RecordModeTable.Plays(_mode, _loaded.State) ? [.. _loaded.Cassette.Interactions.Select(_converter.FromCassette)] : [],
            options.MatchRequestsOn,
            options.AllowPlaybackRepeats);
        _saver = new(store, _loaded, _tape, merger, _leaks, _mode, options.Warn);
    }

    public string Path => _store.Location;

    /// <summary>The part of the async flow that the session belongs to.</summary>
    public RecorderScope? Scope { get; set; }

    /// <summary>The session of the next open recorder around this one; null if there is none.</summary>
    public CassetteSession? Outer => Scope?.OuterRecorder?.Session;

    /// <summary>Whether nothing may be recorded, neither here nor by a recorder around this one.</summary>
    public bool IsNone => _mode == RecordMode.None;

    public bool IsRecording => RecordModeTable.Records(_mode, _loaded.State);

    public PlaybackPace Pace { get; }

    /// <summary>What is recorded of a response.</summary>
    public ResponseOptions ResponseOptions { get; }

    public bool PreservesExactBytes => _options.PreserveExactBodyBytes;

    /// <summary>The cassette as eject would save it now.</summary>
    public Cassette Contents
    {
        get
        {
            Synchronous.Run(WaitForPendingAsync);
            return _saver.Contents;
        }
    }

    /// <summary>The refusals so far: at most ten, each message once.</summary>
    public IReadOnlyList<UnhandledRequestException> Refusals => _refusals.Refusals;

    /// <summary>Acknowledges the refusals so far, so that eject accepts them. Returns them.</summary>
    public IReadOnlyList<UnhandledRequestException> AcknowledgeRefusals() => _refusals.Acknowledge();

    /// <summary>How many interactions this run has recorded.</summary>
    public int RecordedCount => _tape.Recorded.Count;

    /// <summary>The playable interactions, as they are on the cassette, and which of them were played.</summary>
    public IReadOnlyList<InteractionUsage> Usage
    {
        get
        {
            var playedFor = _tape.PlayedFor;
            return
            [
                .. _tape.Playable.Select((interaction, index) => interaction is null
                        ? null
                        : new InteractionUsage(index, _secrets.Hide(interaction), playedFor.TryGetValue(index, out var number) ? number : null))
                    .OfType<InteractionUsage>(),
            ];
        }
    }

    /// <summary>Starts the report of a request; null when nobody listens.</summary>
    public RequestReport? StartReport(HttpRequestMessage request, Action<HandledRequest>? observer) =>
        RequestReport.Start(request, Path, _secrets, _options.TimeProvider, observer);

    public bool Ignores(HttpRequestMessage request) => _options.Ignore?.Invoke(request) ?? false;

    /// <param name="request">The request.</param>
    /// <param name="isOfFlow">Whether the request found this session in its async flow, not in its handler.</param>
    public void ThrowIfEjected(HttpRequestMessage request, bool isOfFlow = false)
    {
        if (_ejected || (isOfFlow && Scope is { IsOver: true }))
        {
            var shown = Hide(request.Method.Method, $"{request.RequestUri}");
            throw new BetamaxException(isOfFlow ? SessionText.OutlivedRecorder(shown, Path) : SessionText.SentAfterEject(shown, Path));
        }
    }

    /// <summary>
    /// Decides whether a request is played from this cassette. A recording that will be played is marked as used.
    /// </summary>
    /// <returns>The decision; null if no recording can be played.</returns>
    public Decision? TryPlay(CapturedRequest request)
    {
        if (_tape.Playable.Count == 0)
        {
            return null;
        }

        var variants = _secrets.GetVariants(request.ToMatch(_tape.ReadsHeaders));
        return request.HasUnreadBody && _tape.DependsOnBody(variants) ? Decision.NeedBody
            : _tape.Take(variants) is { } position ? Decision.Play(position, _tape.Playable[position]!)
            : null;
    }

    /// <summary>Decides that a request is refused.</summary>
    public Decision Refuse(CapturedRequest request) => Decision.Refuse(CreateRefusal(request));

    /// <summary>The error for a request whose body is needed for the decision but only ends after the response.</summary>
    public BetamaxException CreateDuplexError(CapturedRequest request) => new(SessionText.Duplex(Hide(request.Method, request.Uri), Path));

    /// <summary>Prepares to record a request that is about to be sent, and reserves its place in the order of sending.</summary>
    public PendingRecording BeginRecording(HttpRequestMessage message, CapturedRequest request, RequestReport? report)
    {
        lock (_writing)
        {
            // The cassette may have been ejected while the body of the request was read.
            ThrowIfEjected(message);
            _saver.Begin();
        }

        request.CaptureWhileSent();
        return new(this, _tape.ReservePlace(), request, report);
    }

    /// <summary>Records an interaction, in memory and in the journal, once its response has been read.</summary>
    /// <returns>The outcome, and the interaction as it is recorded; null when it is not.</returns>
    public (RequestOutcome Outcome, Interaction? Recorded) Finish(int place, RecordedRequest request, RecordedResponse response)
    {
        var interaction = _converter.ToCassette(request, response);
        var leaks = interaction is not null && _leaks.Scan(interaction);
        lock (_writing)
        {
            if (_ejected)
            {
                return (RequestOutcome.NotRecorded, null);
            }

            _tape.Finish(place, interaction);
            if (interaction is not null && !leaks)
            {
                _saver.Append(place, interaction);
            }
        }

        return (interaction is null ? RequestOutcome.Passed : RequestOutcome.Recorded, interaction);
    }

    /// <summary>Warns that an interaction is not recorded, unless the caller got an exception.</summary>
    public void WarnNotRecorded(GiveUpReason reason, CapturedRequest request)
    {
        var shown = Hide(request.Method, request.Uri);
        switch (reason)
        {
            case GiveUpReason.NotReadToEnd:
                _options.Warn(SessionText.NotReadToEnd(shown, Path));
                break;
            case GiveUpReason.BodyTooLarge:
                _options.Warn(SessionText.BodyTooLarge(shown, Path, _options.MaxRecordedBody));
                break;
        }
    }

    /// <summary>Keeps an error of the recording, to be thrown at eject.</summary>
    public void AddError(Exception error)
    {
        lock (_errors)
        {
            _errors.Add(error);
        }
    }

    /// <summary>Adds a task that reads the rest of a response in the background. Eject waits for it.</summary>
    public void AddPending(Task drain)
    {
        lock (_pending)
        {
            _pending.RemoveAll(task => task.IsCompleted);
            _pending.Add(drain);
        }
    }

    /// <summary>Whether ejecting may write to the storage or to the journal.</summary>
    public bool SavesOnEject => _saver.HasWork;

    /// <summary>Saves what was recorded. A second call does nothing.</summary>
    public async ValueTask EjectAsync()
    {
        await WaitForPendingAsync().ConfigureAwait(false);
        if (!TryEnd())
        {
            return;
        }

        var isSaved = false;
        try
        {
            using (_store)
            {
                await _saver.SaveAsync().ConfigureAwait(false);
                isSaved = true;
            }
        }
        finally
        {
            LogUsage(isSaved ? _tape.Recorded : []);
        }

        ThrowIfRecordingFailed();

        if (!_options.AllowUnusedInteractions)
        {
            ThrowIfNotAllWasUsed();
        }
    }

    /// <summary>Leaves the cassette as it was. What was recorded is lost.</summary>
    public void Discard()
    {
        if (TryEnd())
        {
            using (_store)
            {
                _saver.Discard();
            }

            LogUsage([]);
        }
    }

    /// <summary>Appends a line about this run to the usage log. If that fails there is a warning.</summary>
    private void LogUsage(IReadOnlyList<Interaction> recorded)
    {
        if (!UsageLog.IsWanted)
        {
            return;
        }

        var playedFor = _tape.PlayedFor;
        var playable = _loaded.Cassette.Interactions.Take(_tape.Playable.Count)
            .Select((interaction, index) => (Interaction: interaction, IsUsed: playedFor.ContainsKey(index)))
            .ToLookup(one => one.IsUsed, one => one.Interaction);
        try
        {
            UsageLog.Append(Path, _options.TestName, _options.TimeProvider.GetUtcNow(), playable[true], playable[false], recorded);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            _options.Warn(SessionText.UsageNotLogged(error.Message, Path));
        }
    }

    /// <summary>
    /// Waits for the tasks that read the rest of responses. The wait is limited: a hook that such a task calls may itself be waiting
    /// here.
    /// </summary>
    private async ValueTask WaitForPendingAsync()
    {
        Task[] pending;
        lock (_pending)
        {
            pending = [.. _pending.Where(task => !task.IsCompleted)];
        }

        if (pending.Length > 0)
        {
            await Task.WhenAny(Task.WhenAll(pending), Task.Delay(2 * BodyDrain.Timeout)).ConfigureAwait(false);
        }
    }

    private void ThrowIfNotAllWasUsed()
    {
        var refusals = _refusals.Unexpected;
        var unused = Usage.Where(usage => usage.PlayedFor is null).ToList();
        if (refusals.Count > 0)
        {
            throw new RefusedRequestsException(Path, refusals, unused);
        }

        if (unused.Count > 0)
        {
            throw new UnusedInteractionsException(Path, unused);
        }
    }

    private void ThrowIfRecordingFailed()
    {
        lock (_errors)
        {
            if (_errors.Count > 0)
            {
                throw new BetamaxException(SessionText.RecordingFailed(_errors.Count, Path), _errors[0]);
            }
        }
    }

    /// <summary>Ends the recording, so that nothing else uses the store. Only the first call returns true.</summary>
    private bool TryEnd()
    {
        lock (_writing)
        {
            var first = !_ejected;
            _ejected = true;
            return first;
        }
    }

    private UnhandledRequestException CreateRefusal(CapturedRequest request)
    {
        var variants = _secrets.GetVariants(request.ToRecorded());
        var usedUp = _tape.FindUsedUp(variants);
        var refusal = new UnhandledRequestException(Refusal.Create(
            variants.ToList(), _tape.Playable, usedUp, _tape.PlayedFor, _secrets, Path, _mode, _modeIsFromVariable, _options.MatchRequestsOn));
        _refusals.Add(refusal);
        return refusal;
    }

    private RecordedRequest Hide(string method, string uri) => _secrets.Hide(new RecordedRequest(method, uri));
}
