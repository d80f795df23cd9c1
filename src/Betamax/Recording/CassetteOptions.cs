namespace Betamax;

/// <summary>
/// How a cassette is recorded, matched and played. Immutable: a <see cref="CassetteLibrary"/> holds the defaults, and each cassette
/// can change some of them (<c>o => o with { … }</c>). Options are checked when the cassette is opened: one with an invalid value
/// throws an <see cref="ArgumentException"/>.
/// </summary>
public sealed record CassetteOptions
{
    // When to record.

    /// <summary>
    /// When to record and when to play. Default: <see cref="RecordMode.Once"/>. The environment variable
    /// <c>BETAMAX_RECORD_MODE</c> (<c>once</c>, <c>new_episodes</c>, <c>none</c>, <c>all</c> or <c>rewrite</c>) overrides it.
    /// </summary>
    public RecordMode RecordMode { get; init; } = RecordMode.Once;

    /// <summary>
    /// The age at which a cassette expires, counted from its oldest recording. <see cref="OnExpired"/> then applies. Default:
    /// <see langword="null"/>, no limit. Ignored in
    /// <see cref="RecordMode.All"/> and <see cref="RecordMode.Rewrite"/>, and in <see cref="RecordMode.None"/> if <see cref="OnExpired"/>
    /// is <see cref="ExpiryAction.ReRecord"/>.
    /// </summary>
    public TimeSpan? ReRecordInterval { get; init; }

    /// <summary>What happens to an expired cassette. Default: <see cref="ExpiryAction.ReRecord"/>.</summary>
    public ExpiryAction OnExpired { get; init; } = ExpiryAction.ReRecord;

    /// <summary>
    /// Selects the requests that bypass the cassette: in every mode they go to the network and are not recorded. Default:
    /// <see langword="null"/>, none.
    /// </summary>
    public Func<HttpRequestMessage, bool>? Ignore { get; init; }

    // Which recording is played.

    /// <summary>
    /// The matchers. A recording matches a request if all of them say so. Default: <see cref="RequestMatchers.Method"/> and
    /// <see cref="RequestMatchers.Uri"/>. If several recordings match, they are played in order, but one with exactly the body of the
    /// request comes first.
    /// </summary>
    public IReadOnlyList<RequestMatcher> MatchRequestsOn { get; init; } = [RequestMatchers.Method, RequestMatchers.Uri];

    /// <summary>
    /// Whether the last matching recording is played again once all have been played. Default: <see langword="false"/>, each
    /// recording is played once.
    /// </summary>
    public bool AllowPlaybackRepeats { get; init; }

    /// <summary>
    /// Whether eject accepts that recordings were not played and requests were refused. Default: <see langword="true"/>. If
    /// <see langword="false"/>, eject throws an <see cref="UnusedInteractionsException"/>, or a <see cref="RefusedRequestsException"/> for
    /// refusals that the test has not acknowledged with <see cref="Recorder.AcknowledgeRefusals"/>.
    /// </summary>
    public bool AllowUnusedInteractions { get; init; } = true;

    // How responses are recorded and played.

    /// <summary>
    /// Whether every body is stored as base64, exactly as it came over the wire, compressed or not. Default:
    /// <see langword="false"/>, text is stored decompressed and readable, and binary bodies as base64.
    /// </summary>
    public bool PreserveExactBodyBytes { get; init; }

    /// <summary>
    /// The longest body that is recorded, in bytes, for requests and responses. Default: 512 MiB. Must be 0 or more; a value above
    /// <see cref="Array.MaxLength"/> counts as that. If a body is longer, your code still gets the response, but the interaction
    /// is not recorded and there is a warning.
    /// </summary>
    public long MaxRecordedBody { get; init; } = 512 * 1024 * 1024;

    /// <summary>
    /// Whether the chunks in which a response's body arrives are recorded with their times, for <see cref="PlaybackSpeed"/>.
    /// Default: <see langword="null"/>, only if they matter: for <c>text/event-stream</c>, for JSON streams such as
    /// <c>application/x-ndjson</c>, and for JSON without a length that arrives slowly.
    /// </summary>
    public bool? RecordChunks { get; init; }

    /// <summary>
    /// The speed at which recorded chunks are played: 1 is the recorded speed, 2 is twice as fast. Default: positive infinity, each
    /// chunk is played without waiting. Must be more than 0.
    /// </summary>
    public double PlaybackSpeed { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// Whether failed requests are recorded, so that playback throws the same exception: a refused connection, an unknown host, a
    /// timeout, a reset, a body that breaks off. Default: <see langword="false"/>.
    /// </summary>
    public bool RecordFailures { get; init; }

    // Secrets.

    /// <summary>
    /// Names that replace values you know, such as an access token, on the cassette. The values return on playback. Default: none.
    /// </summary>
    public IReadOnlyList<Placeholder> Placeholders { get; init; } = [];

    /// <summary>
    /// Which values are hidden by the names of their headers, parameters and fields. They do not return on playback. Default:
    /// <see cref="Redaction.Default"/>.
    /// </summary>
    public Redaction Redaction { get; init; } = Redaction.Default;

    /// <summary>
    /// The names of leak rules that are switched off for this cassette, such as <c>jwt</c>. Default: none. What is recorded is
    /// scanned for the known shapes of secrets before it is written to disk. If one is found, eject saves nothing and throws a
    /// <see cref="SecretLeakException"/> that names the rule.
    /// </summary>
    public IReadOnlyList<string> AllowedLeaks { get; init; } = [];

    /// <summary>Your own rules for the leak scan, besides the built-in ones. Default: none.</summary>
    public IReadOnlyList<LeakRule> LeakRules { get; init; } = [];

    // Hooks.

    /// <summary>
    /// Called with each finished interaction, as it was on the wire. What it returns is recorded; <see langword="null"/> drops the
    /// interaction. Your code sees the real response in both cases. Default: <see langword="null"/>, no hook.
    /// </summary>
    public Func<Interaction, Interaction?>? BeforeRecord { get; init; }

    /// <summary>
    /// Called with each interaction of an existing cassette when it is opened. Placeholders have already been replaced by the real
    /// values. What it returns is played; <see langword="null"/> drops the interaction. The file does not change. Default:
    /// <see langword="null"/>, no hook.
    /// </summary>
    public Func<Interaction, Interaction?>? BeforePlayback { get; init; }

    /// <summary>
    /// Called with the recorder when the cassette has been opened, before the first request. Default: <see langword="null"/>, no
    /// hook.
    /// </summary>
    public Action<Recorder>? AfterStart { get; init; }

    /// <summary>Called with the recorder on eject, before anything is saved. Default: <see langword="null"/>, no hook.</summary>
    public Action<Recorder>? BeforeStop { get; init; }

    // Everything else.

    /// <summary>
    /// The format of the cassette's file, which also sets its extension. Default: <see cref="CassetteFormats.Betamax"/>. A read-only
    /// format needs <see cref="RecordMode.None"/>.
    /// </summary>
    public ICassetteFormat Format { get; init; } = CassetteFormats.Betamax;

    /// <summary>Receives warnings, from any thread. Default: the standard error stream.</summary>
    public Action<string> Warn { get; init; } = Console.Error.WriteLine;

    /// <summary>The clock for the dates of recordings, for expiry and for playback. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The test that uses the cassette, for the usage log; <see langword="null"/> if it is not known.</summary>
    internal string? TestName { get; init; }

    /// <exception cref="ArgumentException">An option has an invalid value.</exception>
    internal void ThrowIfInvalid()
    {
        var fault =
            !Enum.IsDefined(RecordMode) ? $"{nameof(RecordMode)} is {RecordMode}, which is not a mode"
            : !Enum.IsDefined(OnExpired) ? $"{nameof(OnExpired)} is {OnExpired}, which is not an {nameof(ExpiryAction)}"
            : Format is null ? $"{nameof(Format)} is null"
            : MatchRequestsOn is null || MatchRequestsOn.Contains(null!) ? $"{nameof(MatchRequestsOn)} is null or contains null"
            : Placeholders is null || Placeholders.Contains(null!) ? $"{nameof(Placeholders)} is null or contains null"
            : Redaction is null ? $"{nameof(Redaction)} is null. {nameof(Redaction)}.{nameof(Redaction.None)} switches it off"
            : AllowedLeaks is null || AllowedLeaks.Contains(null!) ? $"{nameof(AllowedLeaks)} is null or contains null"
            : LeakRules is null || LeakRules.Contains(null!) ? $"{nameof(LeakRules)} is null or contains null"
            : Warn is null ? $"{nameof(Warn)} is null. _ => {{ }} ignores warnings"
            : TimeProvider is null ? $"{nameof(TimeProvider)} is null. {nameof(TimeProvider)}.{nameof(TimeProvider.System)} is the system clock"
            : PlaybackSpeed is not > 0 ? $"{nameof(PlaybackSpeed)} is {PlaybackSpeed}. It must be more than 0: 1 is the recorded speed"
            : MaxRecordedBody is < 0 ? $"{nameof(MaxRecordedBody)} is {MaxRecordedBody}. It must be 0 or more"
            : null;
        if (fault is not null)
        {
            throw new ArgumentException($"The options of the cassette are invalid: {fault}.");
        }
    }
}
