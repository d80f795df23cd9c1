using System.Text.Json;

namespace Betamax.Tests.Formats;

public sealed class RealCassettesTests
{
    [Fact]
    public void All_are_read_saved_and_read_again_as_the_same()
    {
        foreach (var path in RealCassettes.Find())
        {
            var read = Cassette.Load(path);
            var saved = CassetteText.SaveBytes(read);
            var again = CassetteText.Read(saved, path);

            CassetteText.AssertEqual(read, again);
            Assert.Equal(read.RecordedWith, again.RecordedWith);
            Assert.Equal(saved, CassetteText.SaveBytes(again));
        }
    }

    [Fact]
    public void What_is_read_is_what_the_files_say()
    {
        foreach (var path in RealCassettes.Find())
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var read = Cassette.Load(path).Interactions;
            var written = document.RootElement.GetProperty("http_interactions");

            Assert.Equal(written.GetArrayLength(), read.Count);
            foreach (var (json, interaction) in written.EnumerateArray().Zip(read))
            {
                var response = json.GetProperty("response");
                Assert.Equal(json.GetProperty("request").GetProperty("uri").GetString(), interaction.Request.Uri);
                Assert.Equal(response.GetProperty("url").GetString(), interaction.Response.Url);
                Assert.Equal(json.GetProperty("recorded_at").GetString(), interaction.RecordedAt?.ToString("s", null));
                Assert.Equal(response.GetProperty("headers").EnumerateObject().Select(h => h.Name), interaction.Response.Headers.Keys);
                Assert.Equal(Bytes(json.GetProperty("request").GetProperty("body")), interaction.Request.Body.Bytes.ToArray());
                Assert.Equal(Bytes(response.GetProperty("body")), interaction.Response.Body.Bytes.ToArray());
            }
        }
    }

    private static byte[] Bytes(JsonElement body) =>
        body.ValueKind == JsonValueKind.String ? System.Text.Encoding.UTF8.GetBytes(body.GetString()!)
        : body.TryGetProperty("base64_string", out var base64) ? base64.GetBytesFromBase64()
        : (body.GetProperty("encoding").GetString() ?? "utf-8") == "utf-8" ? System.Text.Encoding.UTF8.GetBytes(body.GetProperty("string").GetString()!)
        : throw new NotSupportedException(body.GetProperty("encoding").GetString());
}
