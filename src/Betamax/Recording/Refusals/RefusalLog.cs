namespace Betamax.Recording.Refusals;

/// <summary>The refusals of one run: at most ten, each message once. Safe to use from any thread.</summary>
internal sealed class RefusalLog
{
    /// <summary>Keeps a client that retries forever from filling the memory.</summary>
    private const int MaxRefusals = 10;

    private readonly object _lock = new();
    private readonly List<UnhandledRequestException> _all = [];
    private readonly List<UnhandledRequestException> _unexpected = [];

    public IReadOnlyList<UnhandledRequestException> Refusals
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>The refusals that nobody has acknowledged.</summary>
    public IReadOnlyList<UnhandledRequestException> Unexpected
    {
        get
        {
            lock (_lock)
            {
                return [.. _unexpected];
            }
        }
    }

    public void Add(UnhandledRequestException refusal)
    {
        lock (_lock)
        {
            AddTo(_all, refusal);
            AddTo(_unexpected, refusal);
        }
    }

    /// <summary>Acknowledges the refusals so far, and returns those that were not acknowledged before.</summary>
    public IReadOnlyList<UnhandledRequestException> Acknowledge()
    {
        lock (_lock)
        {
            UnhandledRequestException[] acknowledged = [.. _unexpected];
            _unexpected.Clear();
            return acknowledged;
        }
    }

    private static void AddTo(List<UnhandledRequestException> refusals, UnhandledRequestException refusal)
    {
        if (refusals.Count < MaxRefusals && !refusals.Exists(other => other.Message == refusal.Message))
        {
            refusals.Add(refusal);
        }
    }
}
