namespace Betamax;

/// <summary>What happens to a request that is sent where <see cref="Recorder.Current"/> is <see langword="null"/>.</summary>
public enum NoRecorderBehavior
{
    /// <summary>It goes to the network, and nothing is recorded.</summary>
    PassThrough,

    /// <summary>It is not sent: its caller gets a <see cref="BetamaxException"/> that says what to do.</summary>
    Refuse,
}
