using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Betamax.Tests.Formats;

/// <summary>A second format, on the public surface alone: one recording on each line, each as a cassette of its own.</summary>
internal sealed class LinesFormat(bool canWrite = true) : ICassetteFormat
{
    public string Name => "lines";

    public string Extension => ".jsonl";

    public bool CanWrite => canWrite;

    public bool Recognizes(ReadOnlySpan<byte> start) => start.StartsWith("{\"http_interactions\":"u8);

    public Cassette Read(Stream stream, string? path)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var interactions = new List<Interaction>();
        while (reader.ReadLine() is { } line)
        {
            try
            {
                interactions.AddRange(Cassette.Load(new MemoryStream(Encoding.UTF8.GetBytes(line))).Interactions);
            }
            catch (CassetteFormatException error)
            {
                throw new CassetteFormatException("this line is not a recording.", path, interactions.Count, lineNumber: interactions.Count + 1, innerException: error);
            }
        }

        return new(interactions);
    }

    public void Write(Cassette cassette, Stream stream)
    {
        if (!CanWrite)
        {
            throw new NotSupportedException();
        }

        foreach (var interaction in cassette.Interactions)
        {
            using var json = new MemoryStream();
            new Cassette([interaction], cassette.RecordedWith).Save(json);
            stream.Write(JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(json.ToArray())));
            stream.Write("\n"u8);
        }
    }
}
