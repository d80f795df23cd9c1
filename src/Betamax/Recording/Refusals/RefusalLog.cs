namespace Betamax.Recording.Refusals;

/// <summary>The refusals of one run: those with the same message only once, and the first ten. Safe to use from any thread.</summary>
internal sealed class RefusalLog
{
    /// <summary>A client that retries without end would fill the memory otherwise.</summary>
    private const int MostRefusals = 10;

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
            if (_refusals.Count < MostRefusals && !_refusals.Exists(other => other.Message == refusal.Message))
            {
                _refusals.Add(refusal);
            }
        }
    }
}
