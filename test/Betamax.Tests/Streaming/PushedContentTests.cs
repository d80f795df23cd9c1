using System.IO.Pipelines;
using System.Text;

namespace Betamax.Tests.Streaming;

public sealed class PushedContentTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_content_that_an_inner_handler_writes_is_passed_on_while_it_is_written()
    {
        using var library = new TemporaryLibrary();
        var firstWasRead = new TaskCompletionSource();
        await using var recorder = library.Use("a");
        using var client = new HttpClient(recorder.CreateHandler(new Pushing(firstWasRead.Task)));
        using var response = await client.GetAsync("http://host/", HttpCompletionOption.ResponseHeadersRead);
        var pipe = new Pipe();

        var copying = response.Content.CopyToAsync(pipe.Writer.AsStream());
        var first = new byte["first ".Length];
        await pipe.Reader.AsStream().ReadExactlyAsync(first).AsTask().WaitAsync(Patience);
        firstWasRead.SetResult();
        await copying;

        Assert.Equal("first ", Encoding.ASCII.GetString(first));
        Assert.Equal("first second", Assert.Single(recorder.Cassette.Interactions).Response.Body.Text);
    }

    private sealed class Pushing(Task goOn) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage
            {
                Content = new DuplexContent(["first "u8.ToArray()], goOn, ["second"u8.ToArray()]),
                RequestMessage = request,
            });
    }
}
