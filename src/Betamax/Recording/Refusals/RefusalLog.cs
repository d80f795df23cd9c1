namespace Betamax.Recording.Refusals;

/// <summary>The refusals of one run: at most ten, each message once. Safe to use from any thread.</summary>
internal sealed class RefusalLog
{
    /// <summary>Keeps a client that retries forever from filling the memory.</summary>
    private const int MaxRefusals = 10;

    private readonly List<UnhandledRequestException> _refusals = [];

    public IReadOnlyList<UnhandledRequestException> Refusals
    {
        get
        {
            lock (_refusals)
            {
                return [.. _refusals];
            }
        }
    }

    public void Add(UnhandledRequestException refusal)
    {
        lock (_refusals)
        {
            if (_refusals.Count < MaxRefusals && !_refusals.Exists(other => other.Message == refusal.Message))
            {
                _refusals.Add(refusal);
            }
        }
    }
}
