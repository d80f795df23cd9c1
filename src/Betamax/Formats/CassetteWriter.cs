using System.Reflection;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>
/// A cassette to the bytes of its file. The same cassette gives the same bytes, which Python's
/// <c>json.dumps(document, indent=2, ensure_ascii=False)</c> and a line end would give.
/// </summary>
internal static class CassetteWriter
{
    private static readonly string ThisLibrary = "betamax-net/" + typeof(Cassette).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    /// <summary>Writes the file in pieces of bounded size, however long a body is.</summary>
    public static void Write(Cassette cassette, Stream stream)
    {
        var pen = new JsonPen(indented: true, stream.Write, capacity: 32 * 1024);
        var members = new MemberWriter(pen, cassette.Unknown);
        members.Key(CassetteKey.HttpInteractions);
        pen.StartArray();
        foreach (var interaction in cassette.Interactions)
        {
            InteractionJson.Write(pen, interaction);
            pen.FlushIfFull();
        }

        pen.EndArray();
        members.Key(CassetteKey.RecordedWith);
        pen.Value(cassette.RecordedWith ?? ThisLibrary);
        members.End();
        pen.EndLine();
        pen.Flush();
    }
}
