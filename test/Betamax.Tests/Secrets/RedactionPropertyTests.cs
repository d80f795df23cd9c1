using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Betamax.Http;
using Betamax.Secrets.Redactions;
using Betamax.Tests.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace Betamax.Tests.Secrets;

public sealed class RedactionPropertyTests
{
    private static readonly string[] Secrets = ["token", "accessToken", "API-Key", "pass_word", "credentials"];
    private static readonly byte[] Signs = [.. "\"\\:[{}],-\r\n&="u8, 0];
    private static readonly string[] Types = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"];

    [Fact]
    public void Only_the_values_of_secrets_change_in_any_JSON() => Check(seed =>
    {
        var json = RandomText(new Random(seed));

        Assert.Equal(Expected(json), Redacted(json));
        JsonDocument.Parse(Redacted(json)).Dispose();
    });

    [Fact]
    public void JSON_in_the_strings_of_other_JSON_is_redacted_in_the_same_way() => Check(seed =>
    {
        var json = RandomText(new Random(seed));
        var wrapped = Wrapped(json);

        Assert.Equal(Redacted(json), Unwrapped(Redacted(wrapped)));
        Assert.Equal(Redacted(json), Unwrapped(Unwrapped(Redacted(Wrapped(wrapped)))));
    });

    [Fact]
    public void Any_text_can_be_redacted() => Check(seed =>
    {
        var random = new Random(seed);
        byte[] bytes = [.. Encoding.UTF8.GetBytes("--b\r\nContent-Disposition: form-data; name=x\r\n\r\na=1&token=2&" + RandomText(random))];
        for (var changes = random.Next(10); changes > 0; changes--)
        {
            bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : Signs[random.Next(Signs.Length)];
        }

        foreach (var type in Types)
        {
            Redact(bytes, type);
            Redact(bytes.AsMemory(random.Next(bytes.Length)), type);
        }
    });

    private static void Check(Action<int> property) =>
        Prop.ForAll<int>(property).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static string RandomText(Random random)
    {
        var json = RandomJson.Write(WithSecrets(RandomJson.Value(random), random), random);
        return random.Next(2) == 0 ? json : json.Replace("\\u0022", "\\\"", StringComparison.Ordinal).Replace("\\u005c", @"\\", StringComparison.Ordinal);
    }

    private static object? WithSecrets(object? value, Random random) => value switch
    {
        object?[] items => items.Select(item => WithSecrets(item, random)).ToArray(),
        List<KeyValuePair<string, object?>> members => members.ConvertAll(member => KeyValuePair.Create(
            random.Next(2) == 0 ? Secrets[random.Next(Secrets.Length)] : member.Key, WithSecrets(member.Value, random))),
        _ => value,
    };

    /// <summary>The same with a parser, which knows names, strings and numbers.</summary>
    private static string Expected(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var expected = new ArrayBufferWriter<byte>();
        var reader = new Utf8JsonReader(utf8);
        var (copied, secretDepth) = (0, int.MaxValue);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
                secretDepth = reader.CurrentDepth > secretDepth ? secretDepth
                    : Secrets.Any(secret => secret.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Equals(name, StringComparison.OrdinalIgnoreCase)) ? reader.CurrentDepth
                    : int.MaxValue;
            }
            else if (reader.CurrentDepth < secretDepth)
            {
                secretDepth = int.MaxValue;
            }

            if (reader.CurrentDepth >= secretDepth
                && (reader.TokenType == JsonTokenType.Number || (reader.TokenType == JsonTokenType.String && reader.GetString() is not "")))
            {
                expected.Write(utf8.AsSpan(copied..(int)reader.TokenStartIndex));
                expected.Write("\"<REDACTED>\""u8);
                copied = (int)reader.BytesConsumed;
            }
        }

        expected.Write(utf8.AsSpan(copied..));
        return Encoding.UTF8.GetString(expected.WrittenSpan);
    }

    private static string Wrapped(string json) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(json)}\"";

    private static string Unwrapped(string json) => JsonSerializer.Deserialize<string>(json)!;

    private static string Redacted(string json) => Encoding.UTF8.GetString(Redact(Encoding.UTF8.GetBytes(json), null).Span);

    private static ReadOnlyMemory<byte> Redact(ReadOnlyMemory<byte> utf8, string? type) =>
        BodyRedaction.Redact(utf8, MediaType.Parse(type), new(new([]), new(Secrets), new(Secrets), []));
}
