namespace Betamax.Recording.Refusals;

/// <summary>What the refused requests of one run were told: each text once. Safe to use from any thread.</summary>
internal sealed class RefusalLog
{
    /// <summary>Who polls for ever has been told enough.</summary>
    private const int MostTexts = 10;

    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_texts)
            {
                return [.. _texts];
            }
        }
    }

    public bool IsEmpty => Texts.Count == 0;

    public UnhandledRequestException Add(UnhandledRequestException refusal)
    {
        lock (_texts)
        {
            if (_texts.Count < MostTexts && !_texts.Contains(refusal.Message))
            {
                _texts.Add(refusal.Message);
            }
        }

        return refusal;
    }
}
