using Betamax.Json;

namespace Betamax.Formats;

/// <summary>Reads an interaction that stands on a line of its own, as in a journal.</summary>
internal static class InteractionLine
{
    /// <param name="utf8">The line, with or without its end.</param>
    /// <param name="path">The path of the file, for errors.</param>
    /// <exception cref="CassetteFormatException">The line is not a whole interaction.</exception>
    public static Interaction Read(ReadOnlySpan<byte> utf8, string? path = null) =>
        BetamaxFormat.Read(utf8.ToArray(), path, InteractionFormat.Read);
}

/// <summary>Writes interactions on a line each. It can be used again after a write has failed.</summary>
/// <param name="write">Where the lines go. A line is one write, unless it is longer than the buffer.</param>
internal sealed class InteractionLineWriter(WriteBytes write)
{
    private readonly JsonTextWriter _writer = new(write, indented: false);

    /// <summary>Writes an interaction and a line end.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="number">A number in front of it, if any.</param>
    public void Write(Interaction interaction, int? number = null)
    {
        _writer.Reset();
        if (number is not null)
        {
            _writer.AppendNumber(number.Value);
            _writer.Append(" "u8);
        }

        InteractionFormat.Write(_writer, interaction);
        _writer.Append("\n"u8);
        _writer.Flush();
    }
}
