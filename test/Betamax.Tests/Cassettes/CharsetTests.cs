using System.Globalization;
using Betamax.Cassettes;

namespace Betamax.Tests.Cassettes;

public sealed class CharsetTests
{
    [Theory]
    [InlineData("utf-8", "é", "C3A9")]
    [InlineData("utf8", "\uFEFFé", "EFBBBFC3A9")]
    [InlineData("UTF-8-SIG", "é", "EFBBBFC3A9")]
    [InlineData("utf-16", "é", "FFFEE900")]
    [InlineData("utf-16-le", "é", "E900")]
    [InlineData("UTF-16BE", "é", "00E9")]
    [InlineData("utf-32", "é", "FFFE0000E9000000")]
    [InlineData("Latin 1", "é", "E9")]
    [InlineData("iso8859-15", "€", "A4")]
    [InlineData("cp1252", "€", "80")]
    [InlineData("Shift_JIS", "〜", "8160")]
    [InlineData("windows-31j", "～", "8160")]
    [InlineData("iso-8859-7", "’", "A2")]
    [InlineData("gbk", "—", "A1AA")]
    [InlineData("euc-kr", "한", "C7D1")]
    public void Text_is_encoded_as_in_Python_and_decoded_again(string name, string text, string bytes)
    {
        var charset = Charset.Named(name);

        Assert.Equal(bytes, Convert.ToHexString(charset.Encode(text)));
        Assert.Equal(text, charset.DecodeExactly(Convert.FromHexString(bytes)));
    }

    [Theory]
    [InlineData("utf-8", "FF")]
    [InlineData("us-ascii", "80")]
    [InlineData("utf-16", "E900")]
    [InlineData("windows-1252", "81")]
    [InlineData("windows-1255", "D9")]
    [InlineData("shift_jis", "81")]
    public void Bytes_that_are_not_text_have_no_text(string name, string bytes) =>
        Assert.Null(Charset.Named(name).DecodeExactly(Convert.FromHexString(bytes)));

    [Theory]
    [InlineData("us-ascii", "é", "3F")]
    [InlineData("iso-8859-1", "Ā", "3F")]
    [InlineData("windows-1252", "Ā", "3F")]
    [InlineData("koi8-r", "Ā", "3F")]
    public void A_character_that_a_charset_does_not_have_is_not_replaced_by_a_similar_one(string name, string text, string bytes) =>
        Assert.Equal(bytes, Convert.ToHexString(Charset.Named(name).Encode(text)));

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_a_replacement_character_in_UTF_8() =>
        Assert.Equal([0xEF, 0xBF, 0xBD], Charset.Utf8.Encode("\ud83d"));

    [Fact]
    public void No_bytes_are_an_empty_text_even_in_a_charset_with_a_byte_order_mark()
    {
        Assert.Equal("", Charset.Named("utf-16").DecodeExactly([]));
        Assert.Empty(Charset.Named("utf-16").Encode(""));
    }

    [Theory]
    [InlineData("klingon")]
    [InlineData("utf-7")]
    [InlineData("")]
    public void An_unknown_charset_is_named(string name)
    {
        Assert.Null(Charset.Find(name));
        Assert.Contains($"'{name}'", Assert.Throws<ArgumentException>(() => Charset.Named(name)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Python_knows_all_names_in_the_table_and_each_line_is_one_charset()
    {
        var lines = CharsetNames.Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var names = lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)).ToArray();
        Assert.All(names, name => Assert.NotNull(Charset.Find(name)));

        var printed = await Python.Run("import codecs, sys\nfor name in sys.argv[1:]: print(name, codecs.lookup(name).name)", names);

        Assert.Equal(names.Length, printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Every_byte_of_a_charset_of_one_byte_is_the_same_in_Python()
    {
        var names = CharsetNames.Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1])
            .Where(name => Charset.Named(name) is { IsTheSameInPython: true } charset && charset != Charset.Utf8)
            .ToArray();
        Assert.Contains("windows_1252", names);

        var printed = await Python.Run("""
            import sys
            for name in sys.argv[1:]:
                for byte in range(256):
                    try: print(name, byte, ord(bytes([byte]).decode(name)))
                    except UnicodeDecodeError: pass
            """, names);

        var python = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
            .ToDictionary(parts => (parts[0], Number(parts[1])), parts => ((char)Number(parts[2])).ToString());
        foreach (var name in names)
        {
            for (var value = 0; value < 256; value++)
            {
                var inPython = python.GetValueOrDefault((name, value));
                if (Charset.Named(name).DecodeExactly([(byte)value]) is { } text)
                {
                    Assert.Equal((name, value, inPython), (name, value, text));
                }

                if (inPython is not null)
                {
                    Assert.Equal((name, (byte)value), (name, Assert.Single(Charset.Named(name).Encode(inPython))));
                }
            }
        }
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
