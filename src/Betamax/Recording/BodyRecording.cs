namespace Betamax.Recording;

/// <summary>A response's body on its way to the caller, and the one moment at which it is whole.</summary>
/// <param name="length">The length that the server named, if it did: then nobody may read on to see the end.</param>
/// <param name="finished">Called once, with the whole body.</param>
internal sealed class BodyRecording(long? length, Action<byte[]> finished)
{
    private int _ended;

    public ByteLog Log { get; } = new();

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Log.Append(bytes);
        if (Log.Length == length)
        {
            End();
        }
    }

    public void End()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            finished(Log.ToArray());
        }
    }
}
