using System.Buffers;
using System.Text.Json;

namespace Betamax.Secrets;

/// <summary>
/// Secrets in JSON, at any depth. Only their values change: what stands around them stays as it was written, to the byte.
/// </summary>
internal static class JsonRedaction
{
    public static bool LooksLikeJson(ReadOnlySpan<byte> utf8) =>
        utf8.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    public static ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> json, SecretNames names, SecretMark mark)
    {
        ArrayBufferWriter<byte>? redacted = null;
        var copied = 0;
        try
        {
            var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = 1000 });
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || !names.Contains(reader.GetString()!))
                {
                    continue;
                }

                reader.Read();
                if (!IsSecret(ref reader, mark))
                {
                    continue;
                }

                redacted ??= new ArrayBufferWriter<byte>(json.Length);
                redacted.Write(json.Span[copied..(int)reader.TokenStartIndex]);
                redacted.Write("\"<REDACTED>\""u8);
                copied = (int)reader.BytesConsumed;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // What follows is not JSON; what came before it is redacted.
        }

        if (redacted is null)
        {
            return json;
        }

        redacted.Write(json.Span[copied..]);
        return redacted.WrittenMemory;
    }

    private static bool IsSecret(ref Utf8JsonReader reader, SecretMark mark) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString() is { } value && mark.For(value) != value,
        JsonTokenType.Number => true,
        _ => false,
    };
}
