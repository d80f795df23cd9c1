using System.Buffers;
using System.Text;
using Betamax.Http;
using Betamax.Secrets.Editing;
using Betamax.Secrets.Encodings;

namespace Betamax.Secrets.Placeholders;

/// <summary>
/// Replaces texts by other texts wherever they stand in a message: plain, escaped, or in base64. An inserted text is not
/// searched again.
/// </summary>
internal sealed class Substitution : MessageEditor
{
    private readonly Replacement[] _replacements;
    private readonly SearchValues<byte> _starts;
    private readonly Replacement[] _inBase64;
    private readonly int _minBase64Letters;

    public Substitution(Replacement[] replacements)
    {
        // If several texts begin at the same place, the longest is replaced.
        _replacements = [.. replacements.OrderByDescending(replacement => replacement.From.Length)];
        var firstBytes = new byte[_replacements.Length];
        for (var i = 0; i < firstBytes.Length; i++)
        {
            firstBytes[i] = _replacements[i].From[0];
        }

        _starts = SearchValues.Create([.. "%\\+"u8, .. firstBytes]);
        _inBase64 = [.. _replacements.Where(replacement => replacement.IsForBase64)];
        _minBase64Letters = _inBase64.Length == 0 ? int.MaxValue : Base64Token.CountLetters(_inBase64[^1].From.Length);
    }

    public Interaction Apply(Interaction interaction) => _replacements.Length == 0 ? interaction : Edit(interaction);

    public RecordedRequest Apply(RecordedRequest request) => _replacements.Length == 0 ? request : Edit(request);

    public override string EditUri(string uri) => Replace(uri, TextContext.Uri);

    protected override string EditHeader(string name, string value) =>
        Replace(value, HeaderNames.HoldsUri(name) ? TextContext.Uri : TextContext.Text);

    protected override string EditErrorMessage(string message) => Replace(message, TextContext.Text);

    protected override ReadOnlyMemory<byte> EditContent(ReadOnlyMemory<byte> content, MediaType type) => Replace(
        content,
        type.IsForm ? TextContext.Form
            : type.ContainsJson || LooseJson.IsLikely(content.Span) ? TextContext.Json
            : TextContext.Text);

    private string Replace(string text, TextContext context)
    {
        var utf8 = (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text);
        var replaced = Replace(utf8, context);
        return replaced.Equals(utf8) ? text : Encoding.UTF8.GetString(replaced.Span);
    }

    private ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> text, TextContext context) =>
        ReplaceInText(_inBase64.Length > 0 ? ReplaceInBase64(text, context) : text, context, _replacements);

    private ReadOnlyMemory<byte> ReplaceInBase64(ReadOnlyMemory<byte> text, TextContext context)
    {
        var edited = new EditedText(text);
        for (var at = 0; Base64Token.Find(text.Span, at, _minBase64Letters, context) is { } token; at = token.End)
        {
            var inner = LooseJson.IsLikely(token.Bytes.Span) ? TextContext.Json : TextContext.Text;
            var replaced = ReplaceInText(token.Bytes, inner, _inBase64);
            if (!replaced.Equals(token.Bytes))
            {
                edited.Replace(token.Start, token.End, token.Encode(replaced.Span));
            }
        }

        return edited.ToMemory();
    }

    private ReadOnlyMemory<byte> ReplaceInText(ReadOnlyMemory<byte> utf8, TextContext context, Replacement[] replacements)
    {
        var text = utf8.Span;
        List<Replacement>? possible = null;
        foreach (var replacement in replacements)
        {
            if (replacement.MayBeIn(text))
            {
                (possible ??= []).Add(replacement);
            }
        }

        if (possible is null)
        {
            return utf8;
        }

        var edited = new EditedText(utf8);
        var query = text.IndexOf((byte)'?');
        var strings = default(JsonStringTracker);
        for (var at = 0; text[at..].IndexOfAny(_starts) is >= 0 and var next;)
        {
            at += next;
            var (found, length) = FindLongest(text[at..], possible);
            if (found is not null)
            {
                var isInside = context switch
                {
                    TextContext.Json when found.DependsOnJsonString => strings.IsInString(text, at),
                    TextContext.Uri => query >= 0 && query < at,
                    TextContext.Form => true,
                    _ => false,
                };
                edited.Replace(at, at + length, found.Encode(text.Slice(at, length), context, isInside));
            }

            at += Math.Max(length, 1);
        }

        return edited.ToMemory();
    }

    private static (Replacement? Found, int Length) FindLongest(ReadOnlySpan<byte> text, List<Replacement> replacements)
    {
        foreach (var replacement in replacements)
        {
            if (replacement.Match(text) is > 0 and var length)
            {
                return (replacement, length);
            }
        }

        return default;
    }
}
