using System.Collections.Frozen;
using System.Text;

namespace Betamax.Cassettes;

/// <summary>
/// The charsets that both Python and .NET have, with all names that Python knows (its <c>encodings.aliases</c>).
/// </summary>
internal static class CharsetNames
{
    public const string Utf8 = "utf-8";

    /// <summary>In each line the name in .NET, then those in Python, normalized as Python does for its lookup.</summary>
    internal const string Table = """
        utf-8           utf_8 utf8 u8 utf cp65001
        utf-8-sig       utf_8_sig
        utf-16          utf_16 utf16 u16
        utf-16le        utf_16_le utf_16le unicodelittleunmarked
        utf-16be        utf_16_be utf_16be unicodebigunmarked
        utf-32          utf_32 utf32 u32
        utf-32le        utf_32_le utf_32le
        utf-32be        utf_32_be utf_32be
        us-ascii        us_ascii ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us
        iso-8859-1      iso_8859_1 iso8859_1 latin_1 latin1 latin l1 8859 iso8859 cp819 ibm819 csisolatin1 iso_8859_1_1987 iso_ir_100
        iso-8859-2      iso_8859_2 iso8859_2 latin2 l2 csisolatin2 iso_8859_2_1987 iso_ir_101
        iso-8859-3      iso_8859_3 iso8859_3 latin3 l3 csisolatin3 iso_8859_3_1988 iso_ir_109
        iso-8859-4      iso_8859_4 iso8859_4 latin4 l4 csisolatin4 iso_8859_4_1988 iso_ir_110
        iso-8859-5      iso_8859_5 iso8859_5 cyrillic csisolatincyrillic iso_8859_5_1988 iso_ir_144
        iso-8859-6      iso_8859_6 iso8859_6 arabic csisolatinarabic ecma_114 iso_8859_6_1987 iso_ir_127
        iso-8859-7      iso_8859_7 iso8859_7 greek greek8 csisolatingreek ecma_118 elot_928 iso_8859_7_1987 iso_ir_126
        iso-8859-8      iso_8859_8 iso8859_8 hebrew csisolatinhebrew iso_8859_8_1988 iso_ir_138
        iso-8859-9      iso_8859_9 iso8859_9 latin5 l5 csisolatin5 iso_8859_9_1989 iso_ir_148
        iso-8859-13     iso_8859_13 iso8859_13 latin7 l7
        iso-8859-15     iso_8859_15 iso8859_15 latin9 l9
        windows-1250    windows_1250 cp1250 1250
        windows-1251    windows_1251 cp1251 1251
        windows-1252    windows_1252 cp1252 1252
        windows-1253    windows_1253 cp1253 1253
        windows-1254    windows_1254 cp1254 1254
        windows-1255    windows_1255 cp1255 1255
        windows-1256    windows_1256 cp1256 1256
        windows-1257    windows_1257 cp1257 1257
        windows-1258    windows_1258 cp1258 1258
        windows-874     cp874
        koi8-r          koi8_r cskoi8r
        koi8-u          koi8_u
        ibm437          cp437 437 ibm437 cspc8codepage437
        ibm850          cp850 850 ibm850 cspc850multilingual
        ibm852          cp852 852 ibm852 cspcp852
        cp866           cp866 866 ibm866 csibm866
        macintosh       macintosh mac_roman macroman
        shift_jis       shift_jis shiftjis sjis s_jis csshiftjis
        cswindows31j    cp932 932 ms932 mskanji ms_kanji
        euc-jp          euc_jp eucjp ujis u_jis
        iso-2022-jp     iso_2022_jp iso2022_jp iso2022jp csiso2022jp
        gb2312          gb2312 gb2312_1980 gb2312_80 chinese csiso58gb231280 euc_cn euccn eucgb2312_cn iso_ir_58
        gbk             gbk cp936 936 ms936
        gb18030         gb18030 gb18030_2000
        big5            big5 big5_tw csbig5
        ks_c_5601-1987  euc_kr euckr korean ks_c_5601 ks_c_5601_1987 ks_x_1001 ksc5601 ksx1001 cp949 949 ms949 uhc
        """;

    private static readonly FrozenDictionary<string, string> InPython = ReadTable();

    /// <summary>The name in .NET of a charset that Python or Ruby knows by this name; <see langword="null"/> if they do not know it.</summary>
    public static string? Canonical(string name)
    {
        var key = NormalizeLikePython(name);
        return InPython.GetValueOrDefault(key) ?? key switch
        {
            "ascii_8bit" or "binary" => Utf8, // Ruby's name for bytes without a charset. Ruby writes them as UTF-8.
            "windows_31j" => "cswindows31j",
            _ => null,
        };
    }

    public static bool IsKnownToPython(string name) => name == Utf8 || InPython.ContainsKey(NormalizeLikePython(name));

    /// <summary>In lower case, with one underscore for each run of characters other than letters, digits and dots.</summary>
    private static string NormalizeLikePython(string name)
    {
        var normal = new StringBuilder(name.Length);
        var separated = false;
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '.')
            {
                separated = normal.Length > 0;
                continue;
            }

            if (separated)
            {
                normal.Append('_');
                separated = false;
            }

            normal.Append(char.ToLowerInvariant(letter));
        }

        return normal.ToString();
    }

    private static FrozenDictionary<string, string> ReadTable() =>
        Table.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .SelectMany(names => names.Skip(1), (names, name) => KeyValuePair.Create(name, names[0]))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
