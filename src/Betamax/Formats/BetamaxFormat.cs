using System.Reflection;
using Betamax.Files;
using Betamax.Json;

namespace Betamax.Formats;

/// <summary>
/// The JSON of Python Betamax, with some more keys. The output is that of Python's <c>json.dumps(document, indent=2,
/// ensure_ascii=False)</c> and a line end.
/// </summary>
internal sealed class BetamaxFormat : ICassetteFormat
{
    private static readonly string ThisLibrary = "betamax-net/" + typeof(Cassette).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    public string Name => "Betamax JSON";

    public string Extension => ".json";

    public bool CanWrite => true;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>A JSON object with the key of the interactions near its start, where every recorder writes it.</summary>
    public bool Recognizes(ReadOnlySpan<byte> start) =>
        start.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("{"u8) && start.IndexOf("\"http_interactions\""u8) >= 0;

    public Cassette Read(Stream stream, string? path)
    {
        var document = StreamReading.ReadToEnd(stream)
            ?? throw new CassetteFormatException("it is longer than 2 GiB, the most that can be read.", path);
        if (document.Span.StartsWith(ByteOrderMark))
        {
            document = document[ByteOrderMark.Length..];
        }

        return document.IsEmpty ? new([]) : Read(document, path, ReadCassette);
    }

    /// <summary>Writes the file in pieces of bounded size, however long a body is.</summary>
    /// <exception cref="IOException">The file would be too long to be read again.</exception>
    public void Write(Cassette cassette, Stream stream)
    {
        var length = 0L;
        var writer = new JsonTextWriter(Write, indented: true);
        var members = new MemberWriter(writer, cassette.Unknown);
        members.WriteKey(Keys.HttpInteractions);
        writer.WriteStartArray();
        foreach (var interaction in cassette.Interactions)
        {
            InteractionFormat.Write(writer, interaction);
        }

        writer.WriteEndArray();
        members.WriteKey(Keys.RecordedWith);
        writer.WriteString(cassette.RecordedWith ?? ThisLibrary);
        members.End();
        writer.Append("\n"u8);
        writer.Flush();

        void Write(ReadOnlySpan<byte> bytes)
        {
            // A cassette that cannot be read must not replace one that can.
            length += bytes.Length;
            if (length > StreamReading.MaxLength)
            {
                throw new IOException("The cassette would be longer than 2 GiB, the most that can be read.");
            }

            stream.Write(bytes);
        }
    }

    /// <summary>Reads a document. Its errors name the file.</summary>
    /// <exception cref="CassetteFormatException">The document is not valid.</exception>
    internal static T Read<T>(Memory<byte> document, string? path, ReadValue<T> read)
    {
        try
        {
            return JsonReader.Read(document, read);
        }
        catch (JsonReadException error)
        {
            var (jsonPath, line) = error.Position;
            throw new CassetteFormatException(error.Message, path, GetInteractionIndex(jsonPath), jsonPath, line, error.InnerException);
        }
    }

    private static Cassette ReadCassette(ref JsonReader reader)
    {
        List<Interaction>? interactions = null;
        string? recordedWith = null;
        reader.ExpectObject();
        var line = reader.Line;
        var members = new MemberReader();
        while (reader.ReadMember())
        {
            if (members.Is(Keys.HttpInteractions, ref reader))
            {
                interactions = ReadInteractions(ref reader);
            }
            else if (members.Is(Keys.RecordedWith, ref reader))
            {
                recordedWith = reader.GetStringOrNull();
            }
            else
            {
                members.Keep(ref reader);
            }
        }

        return new(interactions ?? throw reader.MissingMember(Keys.HttpInteractions, line), recordedWith)
        {
            Unknown = members.Unknown,
        };
    }

    private static List<Interaction> ReadInteractions(ref JsonReader reader)
    {
        var interactions = new List<Interaction>();
        reader.ExpectArray();
        while (reader.ReadItem())
        {
            interactions.Add(InteractionFormat.Read(ref reader));
        }

        return interactions;
    }

    /// <summary>The index in <c>$.http_interactions[3].request</c>; <see langword="null"/> outside of the interactions.</summary>
    private static int? GetInteractionIndex(string jsonPath)
    {
        const string Start = $"$.{Keys.HttpInteractions}[";
        return jsonPath.StartsWith(Start, StringComparison.Ordinal)
            && int.TryParse(jsonPath.AsSpan(Start.Length, jsonPath.IndexOf(']', StringComparison.Ordinal) - Start.Length), out var index)
                ? index
                : null;
    }
}
