using System.Text;

namespace Betamax.Tests.Fuzzing;

/// <summary>One change to a file: to its bytes, or to its JSON if it is still valid.</summary>
/// <param name="Kind">Selects the kind of change.</param>
/// <param name="At">Selects one of the possible places.</param>
/// <param name="Value">Selects one of the possible values.</param>
internal sealed record Edit(int Kind, int At, int Value)
{
    private static readonly Func<Edit, byte[], byte[]>[] Changes =
    [
        (edit, bytes) => [.. bytes[..edit.In(bytes)], (byte)(bytes[edit.In(bytes)] ^ (1 << (edit.Value % 8))), .. bytes[(edit.In(bytes) + 1)..]],
        (edit, bytes) => bytes[..edit.In(bytes)],
        (edit, bytes) => [.. bytes[..edit.In(bytes)], .. bytes[edit.Behind(bytes)..]],
        (edit, bytes) => [.. bytes[..edit.Behind(bytes)], .. bytes[edit.In(bytes)..]],
        (edit, bytes) => [.. bytes[..edit.In(bytes)], Odd.Byte(edit.Value), .. bytes[edit.In(bytes)..]],
        (edit, bytes) => edit.Value % 8 == 0 ? Odd.Encoded(bytes, edit.At) : bytes,
        (edit, bytes) => edit.InJson(bytes, JsonPieces.Values(bytes), (_, _) => Odd.Value(edit.Value)),
        (edit, bytes) => edit.InJson(bytes, JsonPieces.Values(bytes), (_, _) => Odd.Value(edit.Value)),
        (edit, bytes) => edit.InJson(bytes, JsonPieces.Texts(bytes), (_, _) => Odd.Text(edit.Value)),
        (edit, bytes) => edit.InJson(bytes, JsonPieces.Values(bytes), (pieces, _) => bytes[pieces[edit.Value % pieces.Count]]),
        (edit, bytes) => edit.InJson(bytes, JsonPieces.Names(bytes), (pieces, _) => bytes[pieces[edit.Value % pieces.Count]]),
        (edit, bytes) => edit.InJson(bytes, JsonPieces.Members(bytes), (_, _) => "\"gone\": null"u8.ToArray()),
        (edit, bytes) => edit.InJson(bytes, JsonPieces.Members(bytes), (pieces, old) => [.. old, (byte)',', .. bytes[pieces[edit.Value % pieces.Count]]]),
    ];

    public byte[] Apply(byte[] bytes) => bytes.Length == 0 ? bytes : Changes[Kind % Changes.Length](this, bytes);

    private int In(byte[] bytes) => At % bytes.Length;

    private int Behind(byte[] bytes) => Math.Min(bytes.Length, In(bytes) + 1 + (Value % 40));

    private byte[] InJson(byte[] bytes, List<Range> pieces, Func<List<Range>, byte[], byte[]> change)
    {
        if (pieces.Count == 0)
        {
            return bytes;
        }

        var piece = pieces[At % pieces.Count];
        return [.. bytes[..piece.Start.Value], .. change(pieces, bytes[piece]), .. bytes[piece.End.Value..]];
    }
}

/// <summary>Values that are likely to cause errors.</summary>
internal static class Odd
{
    private static readonly string[] Texts =
    [
        "", "x", @"\ud800", @"x\udc00", @"\ud83d\ude00", @"\u0000", @"\r\nX: y", "é\u2028", "utf-16", "utf-16be", "UTF-32", "utf-7", "latin1",
        "ASCII-8BIT", "shift_jis", "http://", "http://[", "http://a.test:99999/", "//x", "/", "http://a.test/?%=%zz&&=&a=%f0%28", "HTTP://é.test/ü",
        "a b", "GET ", "TRACE", "CONNECT", "application/json", "multipart/form-data; boundary=", "multipart/form-data; boundary=\\\"x",
        "application/x-www-form-urlencoded", "text/plain; charset=nothing", "gzip", "br, gzip", "deflate", "Content-Encoding", "Content-Length",
        "Content-Type", "Location", "Set-Cookie", "Authorization", "Digest a=\\\"", "Basic Og==", "chunked", "H4sIAAAAAAAAA0vMTU3MKUotBgBGR1yWCAAAAA==",
        "=", "AP8", "AP8=", "////", "9999-12-31T23:59:60", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2013-02-30T00:00:00",
        "2147483647@4294967295", "1@1", "0@0", "1.1", "2147483647.2147483647", "2.0", "TaskCanceledException", "SocketException", "HttpIOException",
        "99999999999", "{\\\"a\\\": [1e999, \\\"\\\\ud800\\\"]}", "a=b&c=%", "<REDACTED>", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
    ];

    private static readonly string[] Literals =
    [
        "null", "true", "0", "-1", "999", "1000", "2147483648", "9223372036854775808", "1e999", "-0.0", "01", "NaN", "[]", "{}", "[{}]", "{\"\": {}}",
        "[null, 1, \"x\"]", "{\"a\": [\"b\"], \"a\": [\"c\"]}", "{\"encoding\": null, \"string\": \"\\u0000\"}", "{\"errors\": [{\"type\": \"\"}]}",
        new string('9', 400), Nested('[', ']', 90), Nested('[', ']', 495), Nested('[', ']', 5_000), new string('[', 20_000), new string('{', 700),
    ];

    private static readonly Lazy<byte[]> LongText = new(() => Encoding.ASCII.GetBytes($"\"{new string('x', 1 << 18)}\""));

    public static byte Byte(int value) => new byte[] { 0, 0xFF, 0xC0, 0xED, 0x80, (byte)'"', (byte)'{', (byte)']', (byte)',', (byte)'\\', (byte)'\n', (byte)'\r', (byte)' ', (byte)'1', (byte)'/' }[value % 15];

    public static byte[] Text(int value) => Encoding.UTF8.GetBytes($"\"{Texts[value % Texts.Length]}\"");

    public static byte[] Value(int value) =>
        value % 500 == 0 ? LongText.Value
        : value % 3 == 0 ? Text(value / 3)
        : Encoding.UTF8.GetBytes(Literals[value / 3 % Literals.Length]);

    public static byte[] Encoded(byte[] bytes, int how) => (how % 6) switch
    {
        0 => [.. "\uFEFF"u8, .. bytes],
        1 => [.. "\uFEFF\uFEFF"u8, .. bytes],
        2 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))],
        3 => Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(bytes)),
        4 => [.. bytes, .. bytes],
        _ => [.. bytes, 0],
    };

    private static string Nested(char open, char close, int depth) => new string(open, depth) + new string(close, depth);
}
