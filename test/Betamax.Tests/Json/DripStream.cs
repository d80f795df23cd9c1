namespace Betamax.Tests.Json;

/// <summary>Gives a few bytes at a time, and may say that it has another length than it has.</summary>
internal sealed class DripStream(byte[] bytes, int pieceLength, long? length = null) : MemoryStream(bytes)
{
    public override long Length => length ?? base.Length;

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(pieceLength, buffer.Length)]);
}
