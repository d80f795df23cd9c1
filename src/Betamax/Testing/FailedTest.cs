namespace Betamax.Testing;

/// <summary>Ejects the cassette of a test that has not passed.</summary>
internal static class FailedTest
{
    /// <summary>Ejects without saving, and writes to the test's output which requests were refused and what is lost.</summary>
    public static void Discard(Recorder recorder, string? failure, Action<string> output)
    {
        foreach (var refusal in recorder.Refusals.Select(refusal => refusal.Message).Where(refusal => failure?.Contains(refusal, StringComparison.Ordinal) != true))
        {
            output($"A request of this test was refused. {refusal}\n");
        }

        try
        {
            if (recorder.Discard() is > 0 and var lost)
            {
                output($"""
                    The test has not passed, so what it recorded is not saved: {lost} interaction{(lost == 1 ? "" : "s")}.
                      cassette: {recorder.CassettePath}
                    """);
            }
        }
#pragma warning disable CA1031 // An exception here would hide the failure of the test.
        catch (Exception error)
#pragma warning restore CA1031
        {
            output($"The cassette could not be ejected: {error.Message}");
        }
    }
}
