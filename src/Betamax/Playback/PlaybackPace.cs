namespace Betamax.Playback;

/// <summary>The speed of playback, and its clock.</summary>
/// <param name="Speed">1 = the recorded speed, 2 = twice as fast, infinity = without waiting.</param>
/// <param name="Time">The clock.</param>
internal sealed record PlaybackPace(double Speed, TimeProvider Time)
{
    /// <summary>The time since a timestamp of the clock.</summary>
    public TimeSpan GetElapsed(long timestamp) => Time.GetElapsedTime(timestamp);

    /// <summary>Waits until it is time for a recorded event.</summary>
    /// <param name="start">The timestamp from which <paramref name="recorded"/> counts.</param>
    /// <param name="recorded">When the event happened while recording.</param>
    /// <param name="async">Whether the wait is asynchronous. If not, it blocks, and the returned task has ended.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public ValueTask Wait(long start, TimeSpan recorded, bool async, CancellationToken cancellationToken)
    {
        if (double.IsPositiveInfinity(Speed))
        {
            return ValueTask.CompletedTask;
        }

        var left = (recorded.TotalMilliseconds / Speed) - GetElapsed(start).TotalMilliseconds;
        if (left <= 0)
        {
            return ValueTask.CompletedTask;
        }

        // The longest delay of a timer is int.MaxValue milliseconds, about 24 days.
        var wait = Task.Delay(TimeSpan.FromMilliseconds(Math.Min(left, int.MaxValue)), Time, cancellationToken);
        if (!async)
        {
            wait.GetAwaiter().GetResult();
        }

        return new(wait);
    }
}
