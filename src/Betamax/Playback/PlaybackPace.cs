namespace Betamax.Playback;

/// <summary>When what was recorded is due on playback.</summary>
/// <param name="Speed">1 = in recorded time, 2 = twice as fast, infinity = at once.</param>
/// <param name="Time">The clock.</param>
internal sealed record PlaybackPace(double Speed, TimeProvider Time)
{
    /// <summary>How long ago something was.</summary>
    public TimeSpan Since(long timestamp) => Time.GetElapsedTime(timestamp);

    /// <summary>Waits until something is due.</summary>
    /// <param name="start">The timestamp of the moment from which <paramref name="recorded"/> counts.</param>
    /// <param name="recorded">When it happened while it was recorded.</param>
    /// <param name="async">Whether the caller may be left waiting without its thread.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask Wait(long start, TimeSpan recorded, bool async, CancellationToken cancellationToken)
    {
        if (double.IsPositiveInfinity(Speed))
        {
            return ValueTask.CompletedTask;
        }

        var left = (recorded.TotalMilliseconds / Speed) - Since(start).TotalMilliseconds;
        if (left <= 0)
        {
            return ValueTask.CompletedTask;
        }

        // A timer takes no more than that: some weeks.
        var wait = Task.Delay(TimeSpan.FromMilliseconds(Math.Min(left, int.MaxValue)), Time, cancellationToken);
        if (!async)
        {
            wait.GetAwaiter().GetResult();
        }

        return new(wait);
    }
}
