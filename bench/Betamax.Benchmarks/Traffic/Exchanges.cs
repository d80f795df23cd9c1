using System.Text;

namespace Betamax.Benchmarks.Traffic;

/// <summary>The traffic of all rows: requests with different paths, and answers of 2 KiB of JSON.</summary>
internal static class Exchanges
{
    public const int BodyLength = 2 * 1024;

    public const string Host = "http://api.example";

    public static string PathOf(int number) => $"/items/{number}";

    public static string UriOf(int number) => Host + PathOf(number);

    public static string PageUriOf(int number) => $"{Host}/items?page={number}&per_page=50";

    /// <summary>Creates JSON like that of an API: objects with short names, numbers and strings.</summary>
    public static byte[] BodyOf(int number)
    {
        var json = new StringBuilder($$"""{"id":{{number}},"items":[""");
        for (var item = 0; json.Length < BodyLength - 120; item++)
        {
            json.Append(item == 0 ? "" : ",").Append($$"""{"id":{{item}},"name":"item number {{item}}","price":{{item}}.25,"tags":["new","büro"]}""");
        }

        json.Append("],\"rest\":\"");
        json.Append('x', BodyLength - Encoding.UTF8.GetByteCount(json.ToString()) - 2).Append("\"}");
        return Encoding.UTF8.GetBytes(json.ToString());
    }
}
