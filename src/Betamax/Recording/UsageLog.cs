using Betamax.Formats;
using Betamax.Storage;

namespace Betamax.Recording;

/// <summary>
/// The file that the environment variable <c>BETAMAX_USAGE</c> names. Each eject appends one line of JSON about its cassette:
/// which recordings the run used. Many processes may append to one file.
/// </summary>
internal static class UsageLog
{
    public const string VariableName = "BETAMAX_USAGE";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly object Lock = new();

    /// <summary>Whether the variable is set.</summary>
    public static bool IsWanted => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(VariableName));

    /// <summary>Appends a line.</summary>
    /// <param name="cassettePath">The full path of the cassette, or its location in another storage.</param>
    /// <param name="test">The test that used the cassette; <see langword="null"/> if it is not known.</param>
    /// <param name="time">When the cassette was ejected.</param>
    /// <param name="used">The recordings that were played.</param>
    /// <param name="unused">The recordings that could have been played and were not.</param>
    /// <param name="recorded">The recordings that this run has saved.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Append(
        string cassettePath,
        string? test,
        DateTimeOffset time,
        IEnumerable<Interaction> used,
        IEnumerable<Interaction> unused,
        IEnumerable<Interaction> recorded)
    {
        Append(
            Path.GetFullPath(Environment.GetEnvironmentVariable(VariableName)!),
            UsageLine.Create(cassettePath, test, time, used, unused, recorded));
    }

    /// <summary>Appends bytes in one write. The file is locked meanwhile: .NET has no atomic append that works everywhere.</summary>
    private static void Append(string path, byte[] line)
    {
        lock (Lock)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            for (var start = TimeProvider.System.GetTimestamp(); ;)
            {
                try
                {
                    using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
                    RandomAccess.Write(file, line, RandomAccess.GetLength(file));
                    return;
                }
                catch (IOException error) when (JournalFile.IsLocked(error) && TimeProvider.System.GetElapsedTime(start) < Patience)
                {
#pragma warning disable RS0030 // No event tells that another process has closed the file.
                    Thread.Sleep(Random.Shared.Next(1, 20));
#pragma warning restore RS0030
                }
            }
        }
    }
}
