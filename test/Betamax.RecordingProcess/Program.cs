using System.Globalization;
using Betamax;
using Betamax.RecordingProcess;

// Tests run this program to kill it, or to measure its memory.
switch (args)
{
    case ["forever", var library, var server, var mode]:
        await RecordForever.Run(library, server, mode);
        break;
    case ["eject", var library, var server, var mode, var first, var run]:
        await RecordAndEject.Run(library, server, Enum.Parse<RecordMode>(mode), int.Parse(first, CultureInfo.InvariantCulture), run);
        break;
    case ["large", var how, var library, var server, var length]:
        await LargeBody.Run(how, library, server, int.Parse(length, CultureInfo.InvariantCulture));
        break;
    default:
        throw new ArgumentException($"Unknown: {string.Join(' ', args)}");
}
