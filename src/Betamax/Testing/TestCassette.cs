using System.Collections.Concurrent;

namespace Betamax.Testing;

/// <summary>
/// Opens the cassette of a test before it runs, and ejects it afterwards. The <c>[UseCassette]</c> of a test framework calls this;
/// tests do not. Safe to use from any thread.
/// </summary>
public static class TestCassette
{
    private static readonly ConcurrentDictionary<object, Recorder> Running = new();

    /// <summary>
    /// Opens the cassette of a test. Its recorder is <see cref="Recorder.Current"/> in the async flow of the caller. Does nothing
    /// for a test without a <see cref="CassetteAttribute"/>, and for a test whose cassette is open.
    /// </summary>
    /// <param name="run">A key for this run of the test. <see cref="End"/> is called with the same one.</param>
    /// <param name="test">The test.</param>
    /// <exception cref="BetamaxException">
    /// The source file of the test is not found, another test has the same cassette, or the cassette cannot be opened.
    /// </exception>
    public static void Begin(object run, TestIdentity test)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(test);
        if (Running.ContainsKey(run) || TestSettings.Read(test) is not { } settings)
        {
            return;
        }

        var directory = settings.Directory;
        var name = TestName.Create(test, settings);
        if (settings.IsNamedAfterTest)
        {
            CassetteOwners.Claim(directory, name, test);
        }

        Running[run] = new CassetteLibrary(directory, settings.Options with { TestName = $"{test.Class.FullName}.{test.Method.Name}" }).UseCassette(name);
    }

    /// <summary>
    /// Ejects the cassette of a test. If the test has passed, what it recorded is saved. If not, the cassette is unchanged, and
    /// the requests that were refused are written to the test's output. Does nothing if no cassette is open.
    /// </summary>
    /// <param name="run">The key that <see cref="Begin"/> was called with.</param>
    /// <param name="passed">Whether the test has passed so far.</param>
    /// <param name="failure">The test's failure message. A refusal that it contains is not written to the output again.</param>
    /// <param name="output">Writes to the output of the test.</param>
    /// <exception cref="BetamaxException">The test has passed, but the eject fails. Not thrown for a test that failed.</exception>
    public static void End(object run, bool passed, string? failure, Action<string> output)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(output);
        if (!Running.TryRemove(run, out var recorder))
        {
            return;
        }

        if (passed)
        {
            recorder.Eject();
        }
        else
        {
            FailedTest.Discard(recorder, failure, output);
        }
    }
}
