namespace Betamax.Formats;

/// <summary>Python Betamax's JSON, with our own keys beside its own.</summary>
internal sealed class BetamaxFormat : ICassetteFormat
{
    public string Name => "Betamax JSON";

    public string Extension => ".json";

    public bool CanWrite => true;

    /// <summary>A JSON object that names the key of the interactions, which is first except in cassettes edited by hand.</summary>
    public bool Recognizes(ReadOnlySpan<byte> start) =>
        start.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("{"u8) && start.IndexOf("\"http_interactions\""u8) >= 0;

    public Cassette Read(Stream stream, string? path)
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return CassetteReader.Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), path);
    }

    public void Write(Cassette cassette, Stream stream) => CassetteWriter.Write(cassette, stream);
}
