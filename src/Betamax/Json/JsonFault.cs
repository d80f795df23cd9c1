using System.Buffers;
using System.Text;

namespace Betamax.Json;

/// <summary>What is wrong with a document, and where.</summary>
internal static class JsonFault
{
    public static CassetteFormatException At(
        ReadOnlySpan<byte> utf8, string? path, long offset, string problem, Exception? innerException = null) =>
        At(JsonPlace.Find(utf8, offset), path, problem, innerException);

    public static CassetteFormatException NotUtf8(ReadOnlySpan<byte> utf8, string? path)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(utf8[valid..], out _, out var length) == OperationStatus.Done)
        {
            valid += length;
        }

        return At(utf8, path, valid, $"the byte 0x{utf8[valid]:X2} is not valid UTF-8.");
    }

    public static CassetteFormatException NotJson(ReadOnlySpan<byte> utf8, string? path)
    {
        var place = JsonPlace.Find(utf8, JsonPlace.WhereItBreaks);
        var problem = place.Break?.Message.Split(" LineNumber:")[0];
        return At(place, path, "it is not valid JSON. " + problem, place.Break);
    }

    private static CassetteFormatException At(JsonPlace place, string? path, string problem, Exception? innerException) =>
        new(problem, path, place.InteractionIndex, place.Path, place.Line, innerException);
}
