using System.Text.Json;
using Betamax.Json;
using Betamax.Secrets.Encodings;

namespace Betamax.Secrets.Leaks;

/// <summary>Finds the JSON path of a place in a body.</summary>
internal static class LeakPath
{
    /// <summary>
    /// The path, such as <c>$.items[0].name</c>; <see langword="null"/> if the body is not valid JSON up to the place.
    /// </summary>
    public static string? Find(ReadOnlySpan<byte> body, int offset)
    {
        if (!LooseJson.IsLikely(body))
        {
            return null;
        }

        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 1000 });
        var path = new JsonPathTracker();
        try
        {
            while (reader.Read())
            {
                path.Follow(reader);
                if (reader.BytesConsumed > offset)
                {
                    return path.GetPath(body);
                }
            }
        }
        catch (JsonException)
        {
        }

        return null;
    }
}
