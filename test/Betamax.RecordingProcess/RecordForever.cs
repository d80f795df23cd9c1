namespace Betamax.RecordingProcess;

/// <summary>
/// Records GET /1, /2, … in an endless loop, and prints each answer after it has been read. It never ejects: the test kills it.
/// </summary>
internal static class RecordForever
{
    public static async Task Run(string library, string server, string mode)
    {
        var recorder = new CassetteLibrary(library).UseCassette("a", options => options with { RecordMode = Enum.Parse<RecordMode>(mode) });
        using var client = recorder.CreateClient();
        for (var number = 1; ; number++)
        {
            Console.WriteLine(await client.GetStringAsync(new Uri($"{server}/{number}")));
        }
    }
}
