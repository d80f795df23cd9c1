using Betamax.Recording.Refusals;

namespace Betamax;

/// <summary>
/// A request was refused: no recording is left that matches it, and the record mode does not let it be recorded. The
/// message explains why and what to do; the properties carry the same as data. Placeholders and redaction apply to both.
/// </summary>
public sealed class UnhandledRequestException : BetamaxException
{
    internal UnhandledRequestException(Refusal refusal)
        : base(RefusalText.Of(refusal))
    {
        Request = refusal.Request;
        CassettePath = refusal.CassettePath;
        RecordMode = refusal.RecordMode;
        Matchers = refusal.Matchers;
        UsedUp = refusal.UsedUp;
        Nearest = refusal.Nearest;
    }

    /// <summary>The request, as it would stand on the tape.</summary>
    public RecordedRequest Request { get; }

    /// <summary>The full path of the cassette.</summary>
    public string CassettePath { get; }

    /// <summary>The record mode in force: that of the environment variable, where it is set.</summary>
    public RecordMode RecordMode { get; }

    /// <summary>The names of the cassette's matchers.</summary>
    public IReadOnlyList<string> Matchers { get; }

    /// <summary>The recordings that match but have been played already. Empty where none matches.</summary>
    public IReadOnlyList<UsedRecording> UsedUp { get; }

    /// <summary>The recordings that came nearest, the nearest first, and how they differ. Empty where some match.</summary>
    public IReadOnlyList<NearestRecording> Nearest { get; }
}
