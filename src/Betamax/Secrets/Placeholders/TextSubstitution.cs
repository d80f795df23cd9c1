using System.Buffers;
using System.Text;
using Betamax.Secrets.Redactions;

namespace Betamax.Secrets.Placeholders;

/// <summary>Texts for texts, in every spelling and in base64. What has been put in is not looked at again.</summary>
internal sealed class TextSubstitution
{
    // Base64 within base64, and no deeper.
    private const int Layers = 2;

    private readonly (Replacement Replacement, Base64Trace? Base64)[] _pairs;

    /// <param name="pairs">What replaces what, and its trace in base64 where it is looked for there.</param>
    public TextSubstitution(IEnumerable<(Replacement Replacement, Base64Trace? Base64)> pairs) =>
        // One text may be part of another: the longest goes first.
        _pairs = [.. pairs.OrderByDescending(pair => pair.Replacement.From.Length)];

    public bool IsEmpty => _pairs.Length == 0;

    public string In(string text, Surroundings surroundings)
    {
        if (IsEmpty || text.Length == 0)
        {
            return text;
        }

        var utf8 = (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text);
        var replaced = In(utf8, surroundings);
        return replaced.Equals(utf8) ? text : Encoding.UTF8.GetString(replaced.Span);
    }

    /// <summary>The text with everything replaced; the same memory where there is nothing to replace.</summary>
    public ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> text, Surroundings surroundings) => In(text, surroundings, Layers);

    private ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> text, Surroundings surroundings, int layers)
    {
        var first = FirstIn(text.Span, 0, layers);
        if (first == _pairs.Length)
        {
            return text;
        }

        var pass = new Pass(this, text.Span, surroundings, layers);
        pass.Replace(0, text.Length, first);
        return pass.HasChanged ? pass.Written : text;
    }

    private int FirstIn(ReadOnlySpan<byte> text, int pair, int layers)
    {
        while (pair < _pairs.Length
            && !_pairs[pair].Replacement.MayStandIn(text)
            && !(layers > 0 && _pairs[pair].Base64?.MayStandIn(text) is true))
        {
            pair++;
        }

        return pair;
    }

    private ref struct Pass(TextSubstitution owner, ReadOnlySpan<byte> text, Surroundings surroundings, int layers)
    {
        private readonly ArrayBufferWriter<byte> _output = new(text.Length + 64);
        private readonly ReadOnlySpan<byte> _text = text;
        private readonly int _query = text.IndexOf((byte)'?');
        private JsonStrings _strings;

        /// <summary>Whether anything was replaced.</summary>
        public bool HasChanged { get; private set; }

        public readonly ReadOnlyMemory<byte> Written => _output.WrittenMemory;

        /// <summary>Writes a part of the text, in which the pairs from this one on are to be replaced.</summary>
        public void Replace(int start, int end, int pair)
        {
            pair = owner.FirstIn(_text[start..end], pair, layers);
            if (pair == owner._pairs.Length)
            {
                _output.Write(_text[start..end]);
                return;
            }

            var (replacement, base64) = owner._pairs[pair];
            Span<int> aligned = stackalloc int[Base64Trace.MostAlignments];
            aligned.Fill(-1);
            Found? next = null;
            var isLast = false;
            var hasEscapes = replacement.HasEscapes(_text[start..end]);
            while (true)
            {
                if (!isLast && (next is null || next.Value.At < start))
                {
                    next = replacement.Find(_text[start..end], hasEscapes) is { } found ? found with { At = start + found.At } : null;
                    isLast = next is null;
                }

                var encoded = layers > 0 && base64 is not null ? base64.Find(_text[..end], start, aligned) : default;
                if (next is null && encoded.Letters == 0)
                {
                    Replace(start, end, pair + 1);
                    return;
                }

                if (next is { } plain && (encoded.Letters == 0 || plain.At <= encoded.At))
                {
                    Replace(start, plain.At, pair + 1);
                    Write(replacement, plain);
                    start = plain.At + plain.Length;
                }
                else
                {
                    var piece = Base64Piece.Read(_text[..end], encoded.At, encoded.Letters, surroundings);
                    Replace(start, piece.At, pair + 1);
                    Write(piece);
                    start = piece.At + piece.Length;
                }
            }
        }

        private void Write(Replacement replacement, Found found)
        {
            var inside = surroundings switch
            {
                Surroundings.Json when replacement.DependsOnJsonString => _strings.Hold(_text, found.At),
                Surroundings.Uri => _query >= 0 && _query < found.At,
                _ => false,
            };
            _output.Write(replacement.For(_text.Slice(found.At, found.Length), found.InJson, surroundings, inside));
            HasChanged = true;
        }

        private void Write(Base64Piece piece)
        {
            var inner = JsonRedaction.LooksLikeJson(piece.Bytes.Span) ? Surroundings.Json : Surroundings.Text;
            piece.Write(owner.In(piece.Bytes, inner, layers - 1).Span, _output);
            HasChanged = true;
        }
    }
}
