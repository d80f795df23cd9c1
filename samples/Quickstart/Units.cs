namespace Quickstart;

/// <summary>Formats sizes and times for people.</summary>
internal static class Units
{
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} B",
        < 1_000_000 => $"{bytes / 1e3:0.0} kB",
        _ => $"{bytes / 1e6:0.0} MB",
    };

    public static string Time(TimeSpan time) =>
        time.TotalSeconds < 1 ? $"{time.TotalMilliseconds:0.0} ms" : $"{time.TotalSeconds:0.00} s";
}
