using System.Reflection;

namespace Betamax.Json;

/// <summary>
/// A cassette to the bytes of its file. The same cassette gives the same bytes, which Python's
/// <c>json.dumps(document, indent=2, ensure_ascii=False)</c> and a line end would give.
/// </summary>
internal static class CassetteWriter
{
    private static readonly string ThisLibrary = "betamax-net/" + typeof(Cassette).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    public static void Write(Cassette cassette, Stream stream)
    {
        foreach (var piece in Pieces(cassette))
        {
            stream.Write(piece.Span);
        }
    }

    public static async Task WriteAsync(Cassette cassette, Stream stream, CancellationToken cancellationToken = default)
    {
        foreach (var piece in Pieces(cassette))
        {
            await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The file in pieces of bounded size, however long a body is. Each is valid until the next is asked for.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Pieces(Cassette cassette)
    {
        var pen = new JsonPen(indented: true, capacity: 32 * 1024);
        var members = new MemberWriter(pen, cassette.Unknown);
        members.Key(CassetteKey.HttpInteractions);
        pen.StartArray();
        foreach (var interaction in cassette.Interactions)
        {
            foreach (var piece in InteractionJson.Write(pen, interaction))
            {
                yield return piece;
            }

            if (pen.IsFull)
            {
                yield return pen.Take();
            }
        }

        pen.EndArray();
        members.Key(CassetteKey.RecordedWith);
        pen.Value(cassette.RecordedWith ?? ThisLibrary);
        members.End();
        pen.EndLine();
        yield return pen.Take();
    }
}
