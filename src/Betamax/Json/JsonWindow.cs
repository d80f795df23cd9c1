using System.Buffers;
using System.Text.Json;

namespace Betamax.Json;

/// <summary>What is at hand of a document, and how far it was passed: all of it, or a part behind which more is read.</summary>
internal ref struct JsonWindow
{
    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    private readonly JsonSource? _source;

    /// <param name="utf8">All of the document.</param>
    public JsonWindow(ReadOnlySpan<byte> utf8) => Bytes = utf8;

    /// <param name="source">The document.</param>
    public JsonWindow(JsonSource source)
    {
        _source = source;
        Bytes = source.Window;
    }

    /// <summary>What is at hand.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Where what comes begins. It is moved by whoever passes something.</summary>
    public int Next { get; set; }

    /// <summary>What is at hand of what comes.</summary>
    public readonly ReadOnlySpan<byte> Coming => Bytes[Next..];

    /// <summary>Whether the document is there as a whole, with all that was passed.</summary>
    public readonly bool IsWhole => _source is null;

    /// <summary>Whether nothing comes but what is at hand.</summary>
    public readonly bool IsLast => _source is null or { IsAtEnd: true };

    /// <summary>How many bytes come at most, as far as is known.</summary>
    public readonly long Rest => Bytes.Length - Next + (_source?.Remaining ?? 0);

    /// <summary>The byte that comes behind white space; 0, which nothing begins with, at the end.</summary>
    public byte Peek()
    {
        var bytes = Bytes;
        var next = Next;
        if (next < bytes.Length && bytes[next] > ' ')
        {
            return bytes[next];
        }

        // Behind a colon or a comma there is often one space, and nothing to be searched for.
        if (next < bytes.Length - 1 && bytes[next] == ' ' && bytes[next + 1] > ' ')
        {
            return bytes[Next = next + 1];
        }

        return PeekFar();
    }

    private byte PeekFar()
    {
        do
        {
            var white = Coming.IndexOfAnyExcept(WhiteSpace);
            if (white >= 0)
            {
                return Bytes[Next += white];
            }

            Next = Bytes.Length;
        }
        while (Read());

        return 0;
    }

    public void Pass(byte expected)
    {
        if (Peek() != expected)
        {
            throw new JsonException();
        }

        Next++;
    }

    /// <summary>Reads on, so that more is at hand; <see langword="false"/> where that is all. Offsets stay what they are.</summary>
    public bool Read()
    {
        if (_source is null || !_source.Read())
        {
            return false;
        }

        Bytes = _source.Window;
        return true;
    }

    /// <summary>Lets go of what was passed, unless the document is there as a whole. Offsets mean something else then.</summary>
    public void Release()
    {
        if (_source is not null)
        {
            _source.Release(Next);
            Bytes = Coming;
            Next = 0;
        }
    }
}
