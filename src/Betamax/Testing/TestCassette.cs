using System.Collections.Concurrent;
using Betamax.Recording;

namespace Betamax.Testing;

/// <summary>
/// Opens the cassette of a test before it runs, and ejects it afterwards. The <c>[UseCassette]</c> of a test framework calls this;
/// tests do not. Safe to use from any thread.
/// </summary>
public static class TestCassette
{
    private static readonly ConcurrentDictionary<object, Lazy<Recorder>> Running = new();
    private static readonly ConcurrentDictionary<object, bool> Ended = new();
    private static readonly AsyncLocal<bool> IsOpening = new();

    /// <summary>
    /// Sets how to find the test that the calling code belongs to, for a framework that knows it before <see cref="Begin"/> is
    /// called. The first request in the constructor or the set-up of a test then opens its cassette.
    /// </summary>
    /// <param name="find">
    /// Returns the test, and the key that <see cref="Begin"/> and <see cref="End"/> are called with for it. Returns
    /// <see langword="null"/> if the calling flow belongs to no test.
    /// </param>
    public static void FollowCurrentTest(Func<(object Run, TestIdentity Test)?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        RecorderScope.Fallback = () =>
            !IsOpening.Value && find() is var (run, test) && !Ended.ContainsKey(run) ? Open(run, test) : null;
    }

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
        Open(run, test);
    }

    /// <summary>
    /// Ejects the cassette of a test. If the test has passed, what it recorded is saved. If not, the cassette is unchanged. In
    /// both cases, requests that were refused are written to the test's output. Does nothing if no cassette is open.
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
        if (RecorderScope.Fallback is not null)
        {
            Ended.TryAdd(run, true);
        }

        if (!Running.TryRemove(run, out var opening) || !opening.IsValueCreated)
        {
            return;
        }

        var recorder = opening.Value;
        foreach (var refusal in recorder.Refusals.Select(refusal => refusal.Message).Where(refusal => failure?.Contains(refusal, StringComparison.Ordinal) != true))
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

        return TestSettings.Read(test) is { } settings ? Running.GetOrAdd(run, new Lazy<Recorder>(() => Open(test, settings))).Value : null;
    }

    private static Recorder Open(TestIdentity test, TestSettings settings)
    {
        // A configuration may ask for the current recorder, or send a request, while this one is not open yet.
        IsOpening.Value = true;
        try
        {
            var directory = settings.Directory;
            var name = TestName.Create(test, settings);
            if (settings.IsNamedAfterTest)
            {
                CassetteOwners.Claim(directory, name, test);
            }

            return new CassetteLibrary(directory, settings.Options).UseCassette(name);
        }
        finally
        {
            IsOpening.Value = false;
        }
    }
}
