namespace Betamax.Secrets.Editing;

/// <summary>Computes the lengths of the chunks of a body in which texts were replaced.</summary>
internal static class ChunkLengths
{
    // For each chunk, everything before its end is edited again.
    private const long MaxEditedBytes = 128 * 1024 * 1024;

    /// <summary>One chunk with the time of the last one; empty if there are no chunks.</summary>
    public static IReadOnlyList<RecordedChunk> Join(IReadOnlyList<RecordedChunk> chunks, int length) =>
        chunks.Count == 0 || length == 0 ? [] : [chunks[^1] with { Length = length }];

    /// <summary>The chunks with new lengths. Two chunks are joined if a replaced text crosses the border between them.</summary>
    /// <param name="chunks">The chunks of the body before the change.</param>
    /// <param name="before">The body before the change.</param>
    /// <param name="after">The body after it.</param>
    /// <param name="edit">Makes the same change in the beginning of the body.</param>
    public static IReadOnlyList<RecordedChunk> Fit(
        IReadOnlyList<RecordedChunk> chunks,
        ReadOnlyMemory<byte> before,
        ReadOnlyMemory<byte> after,
        Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> edit)
    {
        if ((long)chunks.Count * before.Length >= MaxEditedBytes)
        {
            return Join(chunks, after.Length);
        }

        var fitted = new List<RecordedChunk>();
        var (endBefore, endAfter) = (0, 0);
        foreach (var chunk in chunks.SkipLast(1))
        {
            endBefore += chunk.Length;
            var beginning = edit(before[..endBefore]);
            if (beginning.Length > endAfter && after.Span.StartsWith(beginning.Span))
            {
                fitted.Add(chunk with { Length = beginning.Length - endAfter });
                endAfter = beginning.Length;
            }
        }

        return [.. fitted, .. Join(chunks, after.Length - endAfter)];
    }
}
