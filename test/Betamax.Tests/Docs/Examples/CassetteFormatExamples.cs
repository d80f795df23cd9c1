#pragma warning disable IDE0007, IDE0011 // Examples name their types and stay short.

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/cassette-format.md. They are compiled.</summary>
internal static class CassetteFormatExamples
{
    public static void Data()
    {
        Cassette cassette = Cassette.Load("old.json");
        var successes = cassette.Interactions.Where(interaction => interaction.Response.StatusCode < 400);
        new Cassette(successes).Save("new.json");
    }

    public static void Create()
    {
        var request = new RecordedRequest("GET", "https://example.org/logo.png");
        var response = new RecordedResponse(200, "OK", request.Uri)
        {
            Headers = RecordedHeaders.Empty.With("Content-Type", "image/png"),
            Body = RecordedBody.Create(File.ReadAllBytes("logo.png"), contentType: "image/png"),
        };
        new Cassette([new Interaction(request, response)]).Save("logo.json");
    }

    public static void OwnFormat(ICassetteFormat format)
    {
        var library = new CassetteLibrary("tests/cassettes", new CassetteOptions { Format = format });
        Cassette.Load("old.json").Save("old" + format.Extension, format);
        _ = library;
    }
}
