namespace Betamax.Secrets.Placeholders;

/// <summary>Tells, from the beginning of a JSON text on, what stands in a string of it.</summary>
internal struct JsonStrings
{
    private int _at;
    private bool _inside;

    /// <summary>Whether a place is in a string. It must not be before one that was asked for earlier.</summary>
    public bool Hold(ReadOnlySpan<byte> json, int place)
    {
        while (_at < place && json[_at..place].IndexOfAny((byte)'"', (byte)'\\') is >= 0 and var next)
        {
            _at += next;
            _inside ^= json[_at] == '"';
            _at += json[_at] == '\\' ? 2 : 1;
        }

        _at = Math.Max(_at, place);
        return _inside;
    }
}
