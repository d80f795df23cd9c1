namespace Betamax.Tests.Formats;

/// <summary>A stream that returns a few bytes per read, and can report a wrong length.</summary>
internal sealed class DripStream(byte[] bytes, int pieceLength, long? length = null) : MemoryStream(bytes)
{
    public override long Length => length ?? base.Length;

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(pieceLength, buffer.Length)]);
}
