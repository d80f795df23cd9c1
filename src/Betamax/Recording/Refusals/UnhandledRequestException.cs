using Betamax.Recording.Refusals;

namespace Betamax;

/// <summary>
/// A request was refused: no recording that matches is left to play, and the record mode does not allow recording. The message
/// explains why and what to do; the properties contain the same as data. Secrets are hidden in both by placeholders and redaction.
/// </summary>
public sealed class UnhandledRequestException : BetamaxException
{
    internal UnhandledRequestException(Refusal refusal)
        : base(RefusalText.Format(refusal))
    {
        Request = refusal.Request;
        CassettePath = refusal.CassettePath;
        RecordMode = refusal.RecordMode;
        Matchers = refusal.Matchers;
        UsedUp = refusal.UsedUp;
        Nearest = refusal.Nearest;
    }

    /// <summary>The request, as it would be recorded.</summary>
    public RecordedRequest Request { get; }

    /// <summary>The full path of the cassette.</summary>
    public string CassettePath { get; }

    /// <summary>The record mode in force: that of the environment variable if it is set, otherwise that of the options.</summary>
    public RecordMode RecordMode { get; }

    /// <summary>The names of the cassette's matchers.</summary>
    public IReadOnlyList<string> Matchers { get; }

    /// <summary>The recordings that match but have been played already. Empty if none matches.</summary>
    public IReadOnlyList<UsedRecording> UsedUp { get; }

    /// <summary>The nearest recordings, the nearest first, and how they differ. Empty if any recording matches.</summary>
    public IReadOnlyList<NearestRecording> Nearest { get; }
}
