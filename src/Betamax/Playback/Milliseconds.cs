namespace Betamax.Playback;

internal static class Milliseconds
{
    /// <summary>The time as a cassette holds it: in whole milliseconds.</summary>
    public static TimeSpan ToTheMillisecond(this TimeSpan time) =>
        new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond));
}
