namespace Betamax.Testing;

/// <summary>What becomes of the cassette of a test that has not passed.</summary>
internal static class FailedTest
{
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
#pragma warning disable CA1031 // The test's own failure says more, and an exception from here would hide it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            output($"The cassette could not be taken out: {fault.Message}");
        }
    }
}
