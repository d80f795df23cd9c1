namespace Betamax.Secrets;

/// <summary>Keeps the parts of a body fitting when secrets in it are replaced by texts of another length.</summary>
internal static class ChunkFitting
{
    // Each part costs a look at all that is before it. A body that would make this too much work becomes one part, and so
    // does a compressed one: it is packed anew as a whole.
    private const long MostWork = 128 * 1024 * 1024;

    /// <summary>The response with its new body, and with parts that add up to it. A secret across parts joins them.</summary>
    /// <param name="before">The response with its parts.</param>
    /// <param name="after">The same with secrets replaced.</param>
    /// <param name="replace">What was done to the body, for the beginning of it.</param>
    public static RecordedResponse Fit(RecordedResponse before, RecordedResponse after, Func<RecordedBody, RecordedBody> replace)
    {
        if (before.Chunks.Count == 0 || ReferenceEquals(before.Body, after.Body))
        {
            return after;
        }

        var (old, @new) = (before.Body.Bytes, after.Body.Bytes);
        var chunks = new List<RecordedChunk>();
        var (oldEnd, newEnd) = (0, 0);
        var isTooMuch = (long)before.Chunks.Count * old.Length >= MostWork || before.Headers.ContainsKey("Content-Encoding");
        foreach (var chunk in isTooMuch ? [] : before.Chunks.SkipLast(1))
        {
            oldEnd += chunk.Length;
            var beginning = replace(before.Body.WithUtf8(old[..oldEnd])).Bytes;
            if (beginning.Length > newEnd && @new.Span.StartsWith(beginning.Span))
            {
                chunks.Add(chunk with { Length = beginning.Length - newEnd });
                newEnd = beginning.Length;
            }
        }

        if (@new.Length > newEnd)
        {
            chunks.Add(before.Chunks[^1] with { Length = @new.Length - newEnd });
        }

        return after with { Chunks = chunks };
    }
}
