namespace Betamax;

/// <summary>What happens to a request for which there is no recorder.</summary>
public enum NoRecorderBehavior
{
    /// <summary>It goes to the network, and nothing is recorded.</summary>
    PassThrough,

    /// <summary>It is not sent. Its caller gets a <see cref="BetamaxException"/> that says what to do.</summary>
    Refuse,
}
