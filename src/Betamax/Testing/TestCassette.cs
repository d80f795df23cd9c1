using System.Collections.Concurrent;

namespace Betamax.Testing;

/// <summary>
/// What a test framework's <c>[UseCassette]</c> calls: puts the cassette of a test in before it and takes it out after it.
/// Tests themselves have no use for it. Safe to use from any number of threads.
/// </summary>
public static class TestCassette
{
    private static readonly ConcurrentDictionary<object, Recorder> Running = new();

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
        if (Running.ContainsKey(run) || TestSettings.Of(test) is not { } settings)
        {
            return;
        }

        var directory = settings.Directory;
        var name = TestName.Of(test, settings);
        if (settings.NameIsOfTest)
        {
            CassetteOwners.Claim(directory, name, test);
        }

        Running[run] = new CassetteLibrary(directory, settings.Options).UseCassette(name);
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
        if (!Running.TryRemove(run, out var recorder))
        {
            return;
        }

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
}
