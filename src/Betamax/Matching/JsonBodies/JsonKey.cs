using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Betamax.Matching.JsonBodies;

/// <summary>
/// Computes the key of a JSON body: a hash over a canonical form, which equal values share. In that form members are sorted,
/// and each text follows its length.
/// </summary>
internal static class JsonKey
{
    /// <summary>The key; <see langword="null"/> where the body is not JSON, as <see cref="JsonBody.Parse"/> decides.</summary>
    public static string? Compute(RecordedBody body, IgnoredPaths ignored)
    {
        using var document = JsonBody.ParseUnchecked(body);
        if (document is null)
        {
            return null;
        }

        try
        {
            var canonical = new ArrayBufferWriter<byte>(256 + body.Bytes.Length);
            Write(canonical, new(document.RootElement, ignored));
            return "j" + Convert.ToHexString(SHA256.HashData(canonical.WrittenSpan));
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Write(ArrayBufferWriter<byte> target, JsonView value)
    {
        WriteByte(target, (byte)value.Kind);
        switch (value.Kind)
        {
            case JsonValueKind.Object:
                foreach (var (name, member) in value.ReadMembers())
                {
                    WriteText(target, name);
                    Write(target, member);
                }

                WriteByte(target, 0);
                break;
            case JsonValueKind.Array:
                foreach (var (_, item) in value.ReadItems())
                {
                    Write(target, item);
                }

                WriteByte(target, 0);
                break;
            case JsonValueKind.String or JsonValueKind.Number:
                WriteText(target, value.ReadScalar());
                break;
        }
    }

    private static void WriteText(ArrayBufferWriter<byte> target, string text)
    {
        // The first byte tells a member from the end of its object, which is 0.
        WriteByte(target, byte.MaxValue);
        var room = target.GetSpan(sizeof(int) + Encoding.UTF8.GetByteCount(text));
        var length = Encoding.UTF8.GetBytes(text, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(room, length);
        target.Advance(sizeof(int) + length);
    }

    private static void WriteByte(ArrayBufferWriter<byte> target, byte value)
    {
        target.GetSpan(1)[0] = value;
        target.Advance(1);
    }
}
