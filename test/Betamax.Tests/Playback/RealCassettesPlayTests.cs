using Betamax.Tests.Formats;

namespace Betamax.Tests.Playback;

public sealed class RealCassettesPlayTests
{
    [Fact]
    public async Task Redirects_are_followed_and_bodies_decoded()
    {
        var (redirected, gzipped) = (0, 0);
        foreach (var path in RealCassettes.Find())
        {
            var tape = JsonTape.Read(path);
            using var recorder = Put(path);
            using var client = recorder.CreateClient();
            for (var index = 0; index < tape.Count; index++)
            {
                using var request = tape[index].ToMessage();
                for (; tape[index].Next is { } next; index++, redirected++)
                {
                    Assert.Equal(next, tape[index + 1].Uri);
                }

                using var response = await client.SendAsync(request);

                Assert.Equal(tape[index].Status, (int)response.StatusCode);
                Assert.Equal(tape[index].Url, response.RequestMessage!.RequestUri);
                Assert.Equal(tape[index].Decoded, await response.Content.ReadAsByteArrayAsync());
                Assert.Empty(response.Content.Headers.ContentEncoding);
                gzipped += tape[index].IsGzipped ? 1 : 0;
            }
        }

        Assert.NotEqual(0, redirected);
        Assert.NotEqual(0, gzipped);
    }

    [Fact]
    public async Task Each_interaction_is_played_as_on_the_cassette()
    {
        foreach (var path in RealCassettes.Find())
        {
            using var recorder = Put(path);
            using var invoker = new HttpMessageInvoker(recorder.CreateHandler(new NoNetwork()));
            foreach (var interaction in JsonTape.Read(path))
            {
                using var request = interaction.ToMessage();
                using var response = await invoker.SendAsync(request, CancellationToken.None);

                Assert.Equal(interaction.Status, (int)response.StatusCode);
                Assert.Equal(interaction.Body, await response.Content.ReadAsByteArrayAsync());
                var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                    .ToDictionary(header => header.Key, header => header.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
                foreach (var (name, values) in interaction.Headers.Where(header => Stays(header.Name, interaction)))
                {
                    Assert.Equal(values, headers[name]);
                }
            }
        }
    }

    // The length is that of the played body, and a body that is not compressed has no Content-Encoding.
    private static bool Stays(string name, JsonTape interaction) =>
        !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        && (!name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase) || interaction.IsGzipped);

    private static Recorder Put(string path) =>
        new CassetteLibrary(Path.GetDirectoryName(path)!, new() { RecordMode = RecordMode.None })
            .UseCassette(Path.GetFileNameWithoutExtension(path));

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"{request.RequestUri} went to the network.");
    }
}
