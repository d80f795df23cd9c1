namespace Betamax;

/// <summary>What happens to a request when there is no recorder for it.</summary>
public enum NoRecorderBehavior
{
    /// <summary>
    /// It goes to the network, and nothing is recorded. That holds even if <c>BETAMAX_RECORD_MODE</c> is <c>none</c>: for exporters
    /// and health checks.
    /// </summary>
    PassThrough,

    /// <summary>It is not sent. The caller gets a <see cref="BetamaxException"/> that says what to do.</summary>
    Refuse,
}
