// Records a conversation with a language model through the OpenAI package: one whole answer and one streamed answer. Then stops
// the server and plays both. The streamed answer arrives token by token, with the recorded delays.
//
//   dotnet run --project samples/StreamingChat
//
// Exit code: 0 = the played answers equal the recorded ones, 1 = they differ.

using System.ClientModel;
using System.ClientModel.Primitives;
using Betamax;
using OpenAI;
using OpenAI.Chat;
using StreamingChat;

Environment.SetEnvironmentVariable("BETAMAX_RECORD_MODE", null);

await using var model = await StandInModel.StartAsync();
var library = new CassetteLibrary(
    Path.Combine(Path.GetTempPath(), $"betamax-chat-{Path.GetRandomFileName()[..8]}"),
    new CassetteOptions
    {
        // Compares the question, but not the port of the server.
        MatchRequestsOn = [RequestMatchers.Method, RequestMatchers.Path, RequestMatchers.JsonBody],
    });

Console.WriteLine("Recorded:");
var recorded = await TalkAsync(o => o);
await model.StopAsync();

Console.WriteLine("Played after the server has stopped:");
var played = await TalkAsync(o => o with { RecordMode = RecordMode.None, PlaybackSpeed = 1 });

Console.WriteLine(played == recorded ? "The answers are equal." : "The answers differ.");
return played == recorded ? 0 : 1;

async Task<string> TalkAsync(Func<CassetteOptions, CassetteOptions> configure)
{
    await using var recorder = library.UseCassette("chat", configure);
    using var http = recorder.CreateClient();

    // The only line for Betamax: the package's transport uses the recorder's client.
    var options = new OpenAIClientOptions { Endpoint = model.Address, Transport = new HttpClientPipelineTransport(http) };
    var chat = new ChatClient("stand-in", new ApiKeyCredential("the-key-of-this-sample"), options);

    ChatCompletion whole = await chat.CompleteChatAsync("What is a cassette?");
    Console.WriteLine($"  {whole.Content[0].Text}");

    var streamed = new List<string>();
    await foreach (var update in chat.CompleteChatStreamingAsync("And what is a tape?"))
    {
        foreach (var part in update.ContentUpdate)
        {
            Console.Write(streamed.Count == 0 ? $"  {part.Text}" : part.Text);
            streamed.Add(part.Text);
        }
    }

    Console.WriteLine();
    return $"{whole.Content[0].Text}\n{string.Join('|', streamed)}";
}
