namespace Betamax.Files;

/// <summary>Reads streams.</summary>
internal static class StreamReading
{
    /// <summary>The longest stream that can be read, a little less than 2 GiB: one byte less than an array can have.</summary>
    public static readonly int MaxLength = Array.MaxLength - 1;

    private const int InitialLength = 64 * 1024;

    /// <summary>
    /// Reads a stream from its position to its end. Nothing is copied if its length is known in advance. Null if the rest of
    /// the stream is longer than <see cref="MaxLength"/>.
    /// </summary>
    public static Memory<byte>? ReadToEnd(Stream stream)
    {
        // One byte more than the length, so that the end is found without a longer buffer.
        var expected = stream.CanSeek ? Math.Max(0, stream.Length - stream.Position) + 1 : InitialLength;
        if (expected > Array.MaxLength)
        {
            return null;
        }

        var buffer = GC.AllocateUninitializedArray<byte>((int)expected);
        var length = 0;
        while (stream.Read(buffer, length, buffer.Length - length) is > 0 and var read)
        {
            length += read;
            if (length == Array.MaxLength)
            {
                return null;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(Math.Max(InitialLength, 2L * length), Array.MaxLength));
            }
        }

        return buffer.AsMemory(0, length);
    }
}
