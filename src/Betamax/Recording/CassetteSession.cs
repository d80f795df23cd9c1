using Betamax.Diagnostics;
using Betamax.Playback;
using Betamax.Recording.Refusals;
using Betamax.Recording.Traffic;
using Betamax.Secrets;
using Betamax.Secrets.Leaks;
using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>One cassette in use, from the moment it is put in to its eject. Safe to use from any thread.</summary>
internal sealed class CassetteSession
{
    private readonly CassetteOptions _options;
    private readonly RecordMode _mode;
    private readonly bool _modeIsFromVariable;
    private readonly Masking _masking;
    private readonly TapeTransfer _transfer;
    private readonly LeakGuard _leaks;
    private readonly CassetteStore _store;
    private readonly LoadedCassette _loaded;
    private readonly Tape _tape;
    private readonly CassetteSaver _saver;
    private readonly object _writing = new();
    private readonly RefusalLog _refusals = new();
    private volatile bool _ejected;

    /// <param name="store">The cassette in its storage.</param>
    /// <param name="content">What is in the storage.</param>
    /// <param name="options">The options of the cassette.</param>
    /// <param name="overridingMode">The mode that overrides the one of the options.</param>
    public CassetteSession(CassetteStore store, StoreContent content, CassetteOptions options, RecordMode? overridingMode)
    {
        _options = options;
        _mode = overridingMode ?? options.RecordMode;
        _modeIsFromVariable = overridingMode is not null;
        Pace = new(options.PlaybackSpeed, options.TimeProvider);
        _masking = new(options.Placeholders, options.Redaction);
        _transfer = new(options, _masking);
        _leaks = new(new(options.Placeholders, options.AllowedLeaks, options.LeakRules));
        _store = store;
        var merging = new Merging(options.MatchRequestsOn, _masking);
        _loaded = LoadedCassette.From(content, store.Location, _mode, options, merging);
        _tape = new(
            Decision.Plays(_mode, _loaded.State) ? [.. _loaded.Cassette.Interactions.Select(_transfer.FromTape)] : [],
            options.MatchRequestsOn,
            options.AllowPlaybackRepeats);
        _saver = new(store, _loaded, _tape, merging, _leaks, _mode, options.Warn);
    }

    public string Path => _store.Location;

    public bool IsRecording => Decision.Records(_mode, _loaded.State);

    public PlaybackPace Pace { get; }

    /// <summary>Reads the headers of what is recorded.</summary>
    public HeadersBefore Headers { get; } = new();

    public bool RecordsFailures => _options.RecordFailures;

    public bool PreservesExactBytes => _options.PreserveExactBodyBytes;

    /// <summary>What the cassette would hold if it were ejected now.</summary>
    public Cassette Contents => _saver.Contents;

    /// <summary>What the requests that were refused were told: each text once, and the first few.</summary>
    public IReadOnlyList<string> Refusals => _refusals.Texts;

    /// <summary>How many interactions this run has recorded.</summary>
    public int RecordedCount => _tape.Recorded.Count;

    /// <summary>Where the parts of a response are kept that has just begun to arrive.</summary>
    public ChunkLog ChunksOf(HttpResponseMessage response) => ChunkLog.Of(response, _options.RecordChunks, _options.TimeProvider);

    /// <summary>What tells of a request that goes by this tape; <see langword="null"/> where nobody listens.</summary>
    public RequestReport? Report(HttpRequestMessage request, Action<HandledRequest>? observer) =>
        RequestReport.Begin(request, Path, _masking, observer);

    public bool Ignores(HttpRequestMessage request) => _options.Ignore?.Invoke(request) ?? false;

    public void ThrowIfEjected(HttpRequestMessage request)
    {
        if (_ejected)
        {
            var shown = _masking.ToTape(new RecordedRequest(request.Method.Method, $"{request.RequestUri}"));
            throw new BetamaxException(SessionText.SentAfterEject(shown, Path));
        }
    }

    /// <summary>Whether the body of a request must be known before it can be answered.</summary>
    /// <param name="head">The request without its body.</param>
    public bool DependsOnBody(RecordedRequest head) => _tape.HasPlayable && _tape.DependsOnBody(_masking.SpellingsOf(head));

    /// <summary>
    /// The answer to a request without a body, used up by this call, where method and URI alone say which it is: nothing else
    /// of the request is then looked at. <see langword="null"/> = it takes more to say what becomes of the request.
    /// </summary>
    public Interaction? TakeByLine(HttpRequestMessage request) =>
        _tape.GoesByLine
        && !_ejected
        && _options.Ignore is null
        && request is { Content: null, RequestUri.IsAbsoluteUri: true }
        && (request.Method.Method, SentRequest.UriOf(request)) is var (method, uri)
        && _masking.HasOneSpelling(method, uri)
            ? _tape.TakeByLine(method, uri)
            : null;

    /// <summary>The interaction to play for a request; <see langword="null"/> = it is to be sent and recorded.</summary>
    /// <exception cref="UnhandledRequestException">It is to be neither.</exception>
    public Interaction? Find(RecordedRequest request)
    {
        if (IsRecording && !_tape.HasPlayable)
        {
            return null;
        }

        var spellings = _masking.SpellingsOf(request);
        var match = _tape.Take(spellings);
        switch (Decision.For(_mode, _loaded.State, match is not null))
        {
            case Verdict.Play:
                return match;
            case Verdict.Record:
                return null;
            default:
                throw _refusals.Add(new UnhandledRequestException(
                    Refusal.Of(spellings, _tape, _masking, Path, _mode, _modeIsFromVariable, _options.MatchRequestsOn)));
        }
    }

    /// <summary>Makes ready to record a request that is about to be sent, and gives it its place on the tape.</summary>
    public int BeginRecording(HttpRequestMessage request)
    {
        lock (_writing)
        {
            // It may have been ejected while the body of the request was read.
            ThrowIfEjected(request);
            _saver.Begin();
        }

        return _tape.NextPlace();
    }

    /// <summary>Puts an interaction on the tape, and into the journal, once its response has been read.</summary>
    public RequestOutcome Finish(int place, RecordedRequest request, RecordedResponse response)
    {
        var onTape = _transfer.ToTape(request, response);
        var leaks = onTape is not null && _leaks.Find(onTape);
        lock (_writing)
        {
            if (_ejected)
            {
                return RequestOutcome.NotRecorded;
            }

            _tape.Finish(place, onTape);
            if (onTape is not null && !leaks)
            {
                _saver.Append(place, onTape);
            }
        }

        return onTape is null ? RequestOutcome.Passed : RequestOutcome.Recorded;
    }

    /// <summary>A response was left before its end, so that it is not on the tape.</summary>
    public void NotRead(string url) =>
        _options.Warn(SessionText.NotRead(_masking.ToTape(new RecordedRequest("GET", url)), Path));

    /// <summary>Whether ejecting may write to the storage or to the journal.</summary>
    public bool SavesOnEject => _saver.HasWork;

    /// <summary>Saves what was recorded. Does nothing when it is called again.</summary>
    public async ValueTask EjectAsync()
    {
        if (!TryEnd())
        {
            return;
        }

        using (_store)
        {
            await _saver.SaveAsync().ConfigureAwait(false);
        }

        // A refused request says more than what was not played because of it.
        if (!_options.AllowUnusedInteractions && _refusals.IsEmpty && _tape.Unused is { Count: > 0 } unused)
        {
            throw new UnusedInteractionsException(Path, [.. unused.Select(one => (one.Position, _masking.ToTape(one.Interaction)))]);
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
        }
    }

    /// <summary>From here on nothing is recorded, so that nothing else uses the store.</summary>
    private bool TryEnd()
    {
        lock (_writing)
        {
            var first = !_ejected;
            _ejected = true;
            return first;
        }
    }
}
