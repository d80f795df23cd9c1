using Betamax.Json;

namespace Betamax.Formats;

/// <summary>Takes bytes that were written. They are valid during the call only.</summary>
internal delegate void WriteBytes(ReadOnlySpan<byte> bytes);

/// <summary>Writes interactions through one buffer, each on a line of its own that begins with a number.</summary>
internal sealed class InteractionLineWriter(WriteBytes write)
{
    private const int InitialCapacity = 4 * 1024;

    private readonly JsonPen _pen = new(indented: false, write.Invoke, InitialCapacity);

    /// <summary>Writes a line: in one call, unless the interaction is large.</summary>
    public void Write(int number, Interaction interaction)
    {
        _pen.StartLine(number);
        InteractionLine.Write(interaction, _pen);
    }
}
