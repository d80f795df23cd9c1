using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Betamax.Secrets;

/// <summary>
/// Secrets in JSON, at any depth. Only their values change: what stands around them stays as it was written, to the byte.
/// </summary>
internal static class JsonRedaction
{
    public static bool LooksLikeJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    public static string In(string json, SecretNames names, SecretMark mark)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var redacted = new ArrayBufferWriter<byte>(bytes.Length);
        var copied = 0;
        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 1000 });
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

                redacted.Write(bytes.AsSpan(copied, (int)reader.TokenStartIndex - copied));
                redacted.Write("\"<REDACTED>\""u8);
                copied = (int)reader.BytesConsumed;
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // What follows is not JSON; what came before it is redacted.
        }

        if (copied == 0)
        {
            return json;
        }

        redacted.Write(bytes.AsSpan(copied));
        return Encoding.UTF8.GetString(redacted.WrittenSpan);
    }

    private static bool IsSecret(ref Utf8JsonReader reader, SecretMark mark) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString() is { } value && mark.For(value) != value,
        JsonTokenType.Number => true,
        _ => false,
    };
}
