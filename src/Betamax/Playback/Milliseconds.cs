namespace Betamax.Playback;

internal static class Milliseconds
{
    /// <summary>Truncates a time to whole milliseconds, as a cassette stores it.</summary>
    public static TimeSpan TruncateToMillisecond(this TimeSpan time) =>
        new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond));
}
