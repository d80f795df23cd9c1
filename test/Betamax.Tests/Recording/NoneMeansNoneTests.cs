using Betamax.Recording.Modes;

namespace Betamax.Tests.Recording;

/// <summary>The variable affects the whole process, so no other test runs at the same time.</summary>
[Collection(nameof(RecordModeVariableTests))]
public sealed class NoneMeansNoneTests : IDisposable
{
    private readonly TemporaryLibrary _library = new();

    public NoneMeansNoneTests() => _library.Write("a", """{"http_interactions": []}""");

    [Theory]
    [InlineData("none")]
    [InlineData("rewrite:github/*;none")]
    public async Task Without_a_recorder_no_request_reaches_the_network(string value)
    {
        await using var server = await LoopbackServer.Counting();
        Environment.SetEnvironmentVariable(RecordModeVariable.Name, value);
        using var ambient = new HttpClient(Recorder.CreateAmbientHandler());
        using var routed = new HttpClient(Recorder.CreateRoutingHandler(_ => null));

        foreach (var client in new[] { ambient, routed })
        {
            var fault = await Assert.ThrowsAsync<BetamaxException>(() => client.GetStringAsync(server.Address));
            Assert.Contains("BETAMAX_RECORD_MODE is none", fault.Message, StringComparison.Ordinal);
        }

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("none:github/*")]
    [InlineData("once")]
    [InlineData(null)]
    public async Task Otherwise_it_passes(string? value)
    {
        await using var server = await LoopbackServer.Counting();
        Environment.SetEnvironmentVariable(RecordModeVariable.Name, value);
        using var client = new HttpClient(Recorder.CreateAmbientHandler());

        Assert.Equal("1", await client.GetStringAsync(server.Address));
    }

    [Fact]
    public async Task A_client_that_says_so_passes()
    {
        await using var server = await LoopbackServer.Counting();
        Environment.SetEnvironmentVariable(RecordModeVariable.Name, "none");
        using var client = new HttpClient(Recorder.CreateAmbientHandler(noRecorder: NoRecorderBehavior.PassThrough));

        Assert.Equal("1", await client.GetStringAsync(server.Address));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_that_outlives_its_recorder_is_refused_in_every_mode_and_the_code_after_it_goes_on(bool asynchronously)
    {
        await using var server = await LoopbackServer.Counting();
        using var client = new HttpClient(Recorder.CreateAmbientHandler());
        using var exporter = new HttpClient(Recorder.CreateAmbientHandler(noRecorder: NoRecorderBehavior.PassThrough));
        var isEjected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using (_library.Use("outer"))
        {
            var recorder = _library.Use("a");
            var task = Task.Run(async () =>
            {
                await isEjected.Task;
                Assert.Equal("1", await exporter.GetStringAsync(server.Address));
                await client.GetStringAsync(server.Address);
            });
            if (asynchronously)
            {
                await recorder.EjectAsync();
            }
            else
            {
                recorder.Eject();
            }

            isEjected.SetResult();
            var fault = await Assert.ThrowsAsync<BetamaxException>(() => task);
            Assert.Contains("code that was started while a cassette was open", fault.Message, StringComparison.Ordinal);
            Assert.Contains(_library.PathOf("a"), fault.Message, StringComparison.Ordinal);

            Assert.Equal("2", await client.GetStringAsync(server.Address));
        }

        Assert.Equal("3", await client.GetStringAsync(server.Address));
        Assert.Single(_library.Load("outer").Interactions);
    }

    [Fact]
    public async Task The_handler_of_an_ejected_recorder_is_refused()
    {
        using var outer = _library.Use("outer");
        var recorder = _library.Use("a");
        using var client = recorder.CreateClient();
        recorder.Eject();

        var fault = await Assert.ThrowsAsync<BetamaxException>(() => client.GetStringAsync(new Uri("http://127.0.0.1:1/")));

        Assert.Contains("was sent after its cassette had been ejected", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(RecordModeVariable.Name, null);
        _library.Dispose();
    }
}
