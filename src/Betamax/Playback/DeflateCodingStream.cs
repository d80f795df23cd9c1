using System.IO.Compression;
using Betamax.Http;

namespace Betamax.Playback;

/// <summary>
/// Decodes the <c>deflate</c> coding, whether the server sends the zlib format or raw deflate data.
/// </summary>
internal sealed class DeflateCodingStream(Stream source) : ReadOnlyStream
{
    private Stream? _decoder;

    public override int Read(Span<byte> buffer)
    {
        if (_decoder is null)
        {
            Span<byte> first = stackalloc byte[1];
            _decoder = CreateDecoder(first[..source.Read(first)]);
        }

        return _decoder.Read(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_decoder is null)
        {
            var first = new byte[1];
            var count = await source.ReadAsync(first, cancellationToken).ConfigureAwait(false);
            _decoder = CreateDecoder(first.AsSpan(0, count));
        }

        return await _decoder.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask DisposeAsync()
    {
        await (_decoder ?? source).DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            (_decoder ?? source).Dispose();
        }

        base.Dispose(disposing);
    }

    private Stream CreateDecoder(ReadOnlySpan<byte> first)
    {
        if (first.IsEmpty)
        {
            return source;
        }

        var whole = new PrefixedStream(first[0], source);
        return ContentCodings.IsZlib(first)
            ? new ZLibStream(whole, CompressionMode.Decompress)
            : new DeflateStream(whole, CompressionMode.Decompress);
    }

    /// <summary>A stream with its first byte put back.</summary>
    private sealed class PrefixedStream(byte first, Stream rest) : ReadOnlyStream
    {
        private bool _begun;

        public override int Read(Span<byte> buffer) => TryGiveFirst(buffer) ? 1 : rest.Read(buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            TryGiveFirst(buffer.Span) ? ValueTask.FromResult(1) : rest.ReadAsync(buffer, cancellationToken);

        public override async ValueTask DisposeAsync()
        {
            await rest.DisposeAsync().ConfigureAwait(false);
            await base.DisposeAsync().ConfigureAwait(false);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                rest.Dispose();
            }

            base.Dispose(disposing);
        }

        private bool TryGiveFirst(Span<byte> buffer)
        {
            if (_begun || buffer.IsEmpty)
            {
                return false;
            }

            _begun = true;
            buffer[0] = first;
            return true;
        }
    }
}
