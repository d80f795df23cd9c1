using System.Collections.Concurrent;
using Betamax.Recording;

namespace Betamax.Testing;

/// <summary>
/// What a test framework's <c>[UseCassette]</c> calls: puts the cassette of a test in before it and takes it out after it.
/// Tests themselves have no use for it. Safe to use from any number of threads.
/// </summary>
public static class TestCassette
{
    private static readonly ConcurrentDictionary<object, Lazy<Recorder>> Running = new();
    private static readonly ConcurrentDictionary<object, bool> Ended = new();

    /// <summary>
    /// Sets how to find the test that the calling code belongs to, in a framework that says so before it calls
    /// <see cref="Begin"/>. The first request in the constructor or set-up of a test then puts its cassette in.
    /// </summary>
    /// <param name="find">
    /// Returns the test and what <see cref="Begin"/> and <see cref="End"/> are called with for it; <see langword="null"/> if no
    /// test is running in the calling flow.
    /// </param>
    public static void FollowCurrentTest(Func<(object Run, TestIdentity Test)?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        RecorderScope.Fallback = () =>
            find() is var (run, test) && !Ended.ContainsKey(run) ? Open(run, test) : null;
    }

    /// <summary>
    /// Puts the cassette of a test in, which makes its recorder <see cref="Recorder.Current"/> for the calling flow. Does
    /// nothing for a test without a <see cref="CassetteAttribute"/>, and for one whose cassette is in.
    /// </summary>
    /// <param name="run">This run of the test: what <see cref="End"/> is called with.</param>
    /// <param name="test">The test.</param>
    /// <exception cref="BetamaxException">
    /// The source of the test is not found, another test has the same cassette, or the cassette cannot be put in.
    /// </exception>
    public static void Begin(object run, TestIdentity test)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(test);
        Open(run, test);
    }

    /// <summary>
    /// Takes the cassette of a test out. What the test recorded is saved if it has passed; if not, the cassette is unchanged.
    /// Refused requests are written to the test's output in both cases. Does nothing if no cassette is in.
    /// </summary>
    /// <param name="run">What <see cref="Begin"/> was called with.</param>
    /// <param name="passed">Whether the test has passed so far.</param>
    /// <param name="failure">What the test says of its failure, so that it is not said twice.</param>
    /// <param name="output">Writes to the output of the test.</param>
    /// <exception cref="BetamaxException">The test has passed, but its eject fails. Of a test that failed never.</exception>
    public static void End(object run, bool passed, string? failure, Action<string> output)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(output);
        if (RecorderScope.Fallback is not null)
        {
            Ended.TryAdd(run, true);
        }

        if (!Running.TryRemove(run, out var opening) || !opening.IsValueCreated)
        {
            return;
        }

        var recorder = opening.Value;
        foreach (var refusal in recorder.Refusals.Where(refusal => failure?.Contains(refusal, StringComparison.Ordinal) != true))
        {
            output($"A request of this test was refused. {refusal}\n");
        }

        if (passed)
        {
            recorder.Eject();
        }
        else
        {
            FailedTest.Discard(recorder, output);
        }
    }

    private static Recorder? Open(object run, TestIdentity test)
    {
        if (Running.TryGetValue(run, out var opening))
        {
            return opening.Value;
        }

        return TestSettings.Of(test) is { } settings ? Running.GetOrAdd(run, new Lazy<Recorder>(() => Open(test, settings))).Value : null;
    }

    private static Recorder Open(TestIdentity test, TestSettings settings)
    {
        var directory = settings.Directory;
        var name = TestName.Of(test, settings);
        if (settings.NameIsOfTest)
        {
            CassetteOwners.Claim(directory, name, test);
        }

        return new CassetteLibrary(directory, settings.Options).UseCassette(name);
    }
}
