using Betamax.Diagnostics;
using Betamax.Playback;
using Betamax.Recording.Refusals;
using Betamax.Recording.Traffic;
using Betamax.Secrets;
using Betamax.Secrets.Leaks;
using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>One cassette in use, from the moment it is put in to its eject. Safe to use from any thread.</summary>
internal sealed class CassetteSession : IDisposable
{
    private readonly CassetteOptions _options;
    private readonly RecordMode _mode;
    private readonly bool _modeIsFromVariable;
    private readonly Masking _masking;
    private readonly TapeTransfer _transfer;
    private readonly LeakGuard _leaks;
    private readonly CassetteStore _store;
    private readonly Opening _opening;
    private readonly Tape _tape;
    private readonly Saving _saving;
    private readonly object _writing = new();
    private readonly RefusalLog _refusals = new();
    private volatile bool _ejected;

    /// <param name="path">The full path of the cassette's file.</param>
    /// <param name="options">The options of the cassette.</param>
    /// <param name="overridingMode">The mode that goes before that of the options.</param>
    public CassetteSession(string path, CassetteOptions options, RecordMode? overridingMode)
    {
        _options = options;
        _mode = overridingMode ?? options.RecordMode;
        _modeIsFromVariable = overridingMode is not null;
        Pace = new(options.PlaybackSpeed, options.TimeProvider);
        _masking = new(options.Placeholders, options.Redaction);
        _transfer = new(options, _masking);
        _leaks = new(options.Placeholders, options.AllowedLeaks);
        _store = new(path, options.Format);
        var merging = new Merging(options.MatchRequestsOn, _masking);
        _opening = Opening.Of(_store, _mode, options, merging);
        _tape = new(
            Decision.Plays(_mode, _opening.State) ? [.. _opening.Cassette.Interactions.Select(_transfer.FromTape)] : [],
            options.MatchRequestsOn,
            options.AllowPlaybackRepeats);
        _saving = new(_store, _opening, _tape, merging, _leaks, _mode, options.Warn);
    }

    public string Path => _store.Path;

    public bool IsRecording => Decision.Records(_mode, _opening.State);

    public PlaybackPace Pace { get; }

    /// <summary>Reads the headers of what is recorded.</summary>
    public HeadersBefore Headers { get; } = new();

    public bool RecordsFailures => _options.RecordFailures;

    public bool PreservesExactBytes => _options.PreserveExactBodyBytes;

    /// <summary>What the cassette would hold if it were ejected now.</summary>
    public Cassette Contents => _saving.Contents;

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
        switch (Decision.For(_mode, _opening.State, match is not null))
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
            _saving.Begin();
        }

        return _tape.NextPlace();
    }

    /// <summary>Sees to what can be seen to while a request is on its way.</summary>
    public void PrepareForAnswer()
    {
        lock (_writing)
        {
            if (!_ejected)
            {
                _saving.PrepareForAnswer();
            }
        }
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
                _saving.Append(place, onTape);
            }
        }

        return onTape is null ? RequestOutcome.Passed : RequestOutcome.Recorded;
    }

    /// <summary>A response was left before its end, so that it is not on the tape.</summary>
    public void NotRead(string url) =>
        _options.Warn(SessionText.NotRead(_masking.ToTape(new RecordedRequest("GET", url)), Path));

    /// <summary>Saves what was recorded. A second call does nothing.</summary>
    public void Eject()
    {
        // A refused request says more than what was not played because of it.
        if (TakeOut(_saving.Save) && !_options.AllowUnusedInteractions && _refusals.IsEmpty && _tape.Unused is { Count: > 0 } unused)
        {
            throw new UnusedInteractionsException(Path, [.. unused.Select(one => (one.Position, _masking.ToTape(one.Interaction)))]);
        }
    }

    /// <summary>Takes the cassette out and leaves it as it was: what was recorded is lost.</summary>
    public void Discard() => TakeOut(_saving.Discard);

    /// <summary>Ejects.</summary>
    public void Dispose() => Eject();

    private bool TakeOut(Action ending)
    {
        lock (_writing)
        {
            if (_ejected)
            {
                return false;
            }

            _ejected = true;
            using (_store)
            {
                ending();
            }

            return true;
        }
    }
}
