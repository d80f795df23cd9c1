using Betamax;

// Records GET <base>/1, <base>/2, … for ever, and says each number once its answer has been read. It never ejects: whoever
// has started it kills it.
var (library, cassette, server, mode) = (args[0], args[1], args[2], Enum.Parse<RecordMode>(args[3]));
var recorder = new CassetteLibrary(library).UseCassette(cassette, options => options with { RecordMode = mode });
using var client = recorder.CreateClient();
for (var number = 1; ; number++)
{
    await client.GetStringAsync($"{server}/{number}");
    Console.WriteLine(number);
}
