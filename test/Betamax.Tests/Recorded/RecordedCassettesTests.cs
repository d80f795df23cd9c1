using System.Text.Json;

namespace Betamax.Tests.Recorded;

public class RecordedCassettesTests
{
    // A body is played as a whole with its real length, whatever the recorded headers say.
    private static readonly HashSet<string> OfTheWire =
        new(StringComparer.OrdinalIgnoreCase) { "Content-Length", "Transfer-Encoding" };

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(RecordedFile.Folder, "*.json").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_recording_plays_as_its_file_says(string file)
    {
        var library = new CassetteLibrary(RecordedFile.Folder, new CassetteOptions
        {
            RecordMode = RecordMode.None,
            Redaction = Redaction.None,
        });
        await using var recorder = library.UseCassette(Path.GetFileNameWithoutExtension(file));
        using var bare = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var invoker = new HttpMessageInvoker(recorder.CreateHandler(bare));

        foreach (var (recordedRequest, recordedResponse) in RecordedFile.Read(Path.Combine(RecordedFile.Folder, file)))
        {
            using var request = RecordedFile.ToRequest(recordedRequest);
            using var response = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
            await AssertPlays(recordedResponse, response);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Loaded_and_saved_it_says_the_same(string file)
    {
        var original = Path.Combine(RecordedFile.Folder, file);
        var copy = Path.GetTempFileName();

        Cassette.Load(original).Save(copy);

        Assert.Equal(RecordedFile.Read(original).Select(Meaning), RecordedFile.Read(copy).Select(Meaning));
        File.Delete(copy);
    }

    private static async Task AssertPlays(JsonElement recorded, HttpResponseMessage played)
    {
        Assert.Equal(Status(recorded), $"{(int)played.StatusCode} {played.ReasonPhrase}");
        Assert.Equal(
            Compared(RecordedFile.Headers(recorded)),
            Compared(played.Headers.NonValidated.Concat(played.Content.Headers.NonValidated)
                .Select(header => (header.Key, header.Value.ToArray()))));

        var body = await played.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(RecordedFile.Body(recorded), body);
    }

    private static string Meaning((JsonElement Request, JsonElement Response) recorded) => string.Join(
        '\n',
        [
            recorded.Request.GetProperty("method").GetString()!,
            recorded.Request.GetProperty("uri").GetString()!,
            .. Compared(RecordedFile.Headers(recorded.Request)),
            Convert.ToBase64String(RecordedFile.Body(recorded.Request)),
            Status(recorded.Response),
            .. Compared(RecordedFile.Headers(recorded.Response)),
            Convert.ToBase64String(RecordedFile.Body(recorded.Response)),
        ]);

    private static string Status(JsonElement response)
    {
        var status = response.GetProperty("status");
        return $"{status.GetProperty("code")} {status.GetProperty("message")}";
    }

    private static IEnumerable<string> Compared(IEnumerable<(string Name, string[] Values)> headers) =>
        headers.Where(header => !OfTheWire.Contains(header.Name))
            .Select(header => $"{header.Name.ToLowerInvariant()}: {string.Join(" | ", header.Values)}")
            .Order();
}
