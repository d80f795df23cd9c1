namespace Betamax.Secrets.Placeholders;

/// <summary>Tells whether places of a JSON text are in a string. It reads the text once, from front to back.</summary>
internal struct JsonStringTracker
{
    private int _at;
    private bool _inString;

    /// <summary>Whether a place is in a string. Places must be passed in ascending order.</summary>
    public bool IsInString(ReadOnlySpan<byte> json, int place)
    {
        while (_at < place && json[_at..place].IndexOfAny((byte)'"', (byte)'\\') is >= 0 and var next)
        {
            _at += next;
            _inString ^= json[_at] == '"';
            _at += json[_at] == '\\' ? 2 : 1;
        }

        _at = Math.Max(_at, place);
        return _inString;
    }
}
