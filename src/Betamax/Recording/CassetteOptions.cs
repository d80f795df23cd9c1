namespace Betamax;

/// <summary>
/// How a cassette is recorded, matched and played. Immutable: a <see cref="CassetteLibrary"/> holds the defaults, and a
/// cassette refines them (<c>o => o with { … }</c>).
/// </summary>
public sealed record CassetteOptions
{
    /// <summary>
    /// The format of the cassette's file, and its extension. <see cref="CassetteFormats.Betamax"/> by default. A format that can
    /// only be read needs <see cref="RecordMode.None"/>.
    /// </summary>
    public ICassetteFormat Format { get; init; } = CassetteFormats.Betamax;

    /// <summary>
    /// When to record and when to play. <see cref="RecordMode.Once"/> by default. The environment variable
    /// <c>BETAMAX_RECORD_MODE</c> (<c>once</c>, <c>new_episodes</c>, <c>none</c>, <c>all</c> or <c>rewrite</c>) overrides it.
    /// </summary>
    public RecordMode RecordMode { get; init; } = RecordMode.Once;

    /// <summary>
    /// The rules that all must hold between a request and a recording. By default <see cref="RequestMatchers.Method"/>
    /// and <see cref="RequestMatchers.Uri"/>. Where several recordings match they are played in their order, but one
    /// with the very body of the request goes before the others.
    /// </summary>
    public IReadOnlyList<RequestMatcher> MatchRequestsOn { get; init; } = [RequestMatchers.Method, RequestMatchers.Uri];

    /// <summary>
    /// Texts that stand on the tape in place of values that do not belong there, such as an access token. None by default.
    /// </summary>
    public IReadOnlyList<Placeholder> Placeholders { get; init; } = [];

    /// <summary>
    /// How old the oldest interaction of a cassette may grow before <see cref="OnExpired"/> applies. No limit by default.
    /// Under <see cref="RecordMode.None"/> it is ignored if <see cref="OnExpired"/> is <see cref="ExpiryAction.ReRecord"/>.
    /// </summary>
    public TimeSpan? ReRecordInterval { get; init; }

    /// <summary>What happens to a cassette that is too old. <see cref="ExpiryAction.ReRecord"/> by default.</summary>
    public ExpiryAction OnExpired { get; init; } = ExpiryAction.ReRecord;

    /// <summary>
    /// Whether every body is stored as base64, as it came over the wire: compressed, where it was. <see langword="false"/>
    /// by default: text is then stored so that it can be read, and everything else as base64.
    /// </summary>
    public bool PreserveExactBodyBytes { get; init; }

    /// <summary>
    /// Whether the last recording that a request matched goes on being played once all are used up.
    /// <see langword="false"/> by default: each is played once.
    /// </summary>
    public bool AllowPlaybackRepeats { get; init; }

    /// <summary>
    /// Whether eject accepts that recordings were not played and requests were refused. <see langword="true"/> by default. If
    /// not, it throws an <see cref="UnusedInteractionsException"/>, or a <see cref="RefusedRequestsException"/> for refusals that the
    /// test has not acknowledged with <see cref="Recorder.AcknowledgeRefusals"/>.
    /// </summary>
    public bool AllowUnusedInteractions { get; init; } = true;

    /// <summary>
    /// Whether the parts in which a response's body arrives are kept with their times, so that it can be played as it came.
    /// <see langword="null"/>, the default, keeps them where they matter: for <c>text/event-stream</c>, for JSON streams
    /// (<c>application/x-ndjson</c> and its like), and for JSON without a length that takes its time.
    /// </summary>
    public bool? RecordChunks { get; init; }

    /// <summary>
    /// How fast a response that was recorded in parts is played: 1 = in the time that it took, 2 = twice as fast. Positive
    /// infinity, the default, gives part after part at once. Must be more than 0.
    /// </summary>
    public double PlaybackSpeed { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// Whether a request that fails (a refused connection, a name that is not found, a time-out, a reset, a body that breaks
    /// off) is recorded, so that playback throws the same exception. <see langword="false"/> by default.
    /// </summary>
    public bool RecordFailures { get; init; }

    /// <summary>
    /// The longest body, of a request or a response, that is recorded, in bytes. 512 MiB by default, and at most
    /// <see cref="Array.MaxLength"/>. An interaction with a longer body reaches its caller as usual; it is not recorded, and
    /// a warning says so.
    /// </summary>
    public long MaxRecordedBody { get; init; } = 512 * 1024 * 1024;

    /// <summary>Which secrets are kept off the tape. <see cref="Redaction.Default"/> by default.</summary>
    public Redaction Redaction { get; init; } = Redaction.Default;

    /// <summary>
    /// The names of rules of the leak scan that do not count for this cassette, such as <c>jwt</c>. None by default. What is
    /// recorded is scanned for the known shapes of secrets before it reaches the disk; where one is found, nothing of the run
    /// is saved and eject throws a <c>SecretLeakException</c>, which names the rule.
    /// </summary>
    public IReadOnlyList<string> AllowedLeaks { get; init; } = [];

    /// <summary>Rules of your own for the leak scan, besides the built-in ones. None by default.</summary>
    public IReadOnlyList<LeakRule> LeakRules { get; init; } = [];

    /// <summary>
    /// Called with each finished interaction, as it was on the wire. What it returns is recorded; with
    /// <see langword="null"/> nothing is. The caller of the request sees the real response in any case.
    /// </summary>
    public Func<Interaction, Interaction?>? BeforeRecord { get; init; }

    /// <summary>
    /// Called with each interaction of an existing cassette when it is put in, with the real values in place of the
    /// placeholders. What it returns is played; with <see langword="null"/> nothing is. The file does not change by it.
    /// </summary>
    public Func<Interaction, Interaction?>? BeforePlayback { get; init; }

    /// <summary>Called with the recorder when the cassette has been put in, before the first request.</summary>
    public Action<Recorder>? AfterStart { get; init; }

    /// <summary>Called with the recorder on eject, before anything is saved.</summary>
    public Action<Recorder>? BeforeStop { get; init; }

    /// <summary>
    /// Says which requests pass by the tape: they go to the network, in every mode, and are not recorded. None by default.
    /// </summary>
    public Func<HttpRequestMessage, bool>? Ignore { get; init; }

    /// <summary>Where warnings go. To the standard error stream by default.</summary>
    public Action<string> Warn { get; init; } = Console.Error.WriteLine;

    /// <summary>
    /// The clock that dates recordings, ages cassettes and paces playback. The system's by default.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <exception cref="ArgumentException">An option has a value that it cannot have.</exception>
    internal void ThrowIfWrong()
    {
        var wrong =
            !Enum.IsDefined(RecordMode) ? $"{nameof(RecordMode)} is {RecordMode}, which is no mode"
            : !Enum.IsDefined(OnExpired) ? $"{nameof(OnExpired)} is {OnExpired}, which is no answer"
            : Format is null ? $"{nameof(Format)} is null"
            : MatchRequestsOn is null || MatchRequestsOn.Contains(null!) ? $"{nameof(MatchRequestsOn)} is null, or holds null"
            : Placeholders is null || Placeholders.Contains(null!) ? $"{nameof(Placeholders)} is null, or holds null"
            : Redaction is null ? $"{nameof(Redaction)} is null; {nameof(Redaction)}.{nameof(Redaction.None)} switches it off"
            : AllowedLeaks is null || AllowedLeaks.Contains(null!) ? $"{nameof(AllowedLeaks)} is null, or holds null"
            : LeakRules is null || LeakRules.Contains(null!) ? $"{nameof(LeakRules)} is null, or holds null"
            : Warn is null ? $"{nameof(Warn)} is null; _ => {{ }} ignores warnings"
            : TimeProvider is null ? $"{nameof(TimeProvider)} is null; {nameof(TimeProvider)}.{nameof(TimeProvider.System)} is the system's clock"
            : PlaybackSpeed is not > 0 ? $"{nameof(PlaybackSpeed)} is {PlaybackSpeed}. It must be more than 0: 1 is recorded time"
            : MaxRecordedBody is < 0 ? $"{nameof(MaxRecordedBody)} is {MaxRecordedBody}. It must be 0 or more"
            : null;
        if (wrong is not null)
        {
            throw new ArgumentException($"The cassette's options are wrong: {wrong}.");
        }
    }
}
