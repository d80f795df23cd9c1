using Microsoft.AspNetCore.Http;

namespace Betamax.Tests.Streaming;

public sealed class LeftErrorTests
{
    [Fact]
    public async Task An_error_of_unknown_length_that_a_retry_leaves_unread_is_recorded()
    {
        using var library = new TemporaryLibrary();
        var asked = 0;
        await using var server = await LoopbackServer.Answering(async context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref asked) == 1 ? 503 : 200;
            await context.Response.WriteAsync("first part, ");
            await context.Response.Body.FlushAsync();
            await context.Response.WriteAsync("second part");
        });

        using (var recorder = library.Use("retry"))
        {
            using var client = recorder.CreateClient();
            using (await client.GetAsync(server.Address, HttpCompletionOption.ResponseHeadersRead))
            {
            }

            await client.GetStringAsync(server.Address);
        }

        Assert.Equal(
            [(503, "first part, second part"), (200, "first part, second part")],
            library.Load("retry").Interactions.Select(one => (one.Response.StatusCode, one.Response.Body.Text!)));
    }
}
