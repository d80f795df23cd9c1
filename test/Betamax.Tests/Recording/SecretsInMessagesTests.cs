namespace Betamax.Tests.Recording;

/// <summary>Many people read errors, and logs keep them. What is hidden on the cassette is hidden in errors too.</summary>
public sealed class SecretsInMessagesTests
{
    private static readonly CassetteOptions Options = new()
    {
        Placeholders = [new Placeholder("<ACCOUNT>", "alice")],
        AllowUnusedInteractions = false,
    };

    [Fact]
    public async Task Unused_recordings_are_listed_as_on_the_cassette()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        await using (var recording = library.Use("a", Options with { Redaction = Redaction.None }))
        {
            await recording.GetAll(server.At("/accounts/alice?token=t1"));
        }

        var fault = Assert.Throws<UnusedInteractionsException>(library.Use("a", Options).Eject);

        Assert.Contains("/accounts/<ACCOUNT>?token=<REDACTED>", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("/accounts/<ACCOUNT>?token=<REDACTED>", Assert.Single(fault.Unused).Request.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_after_eject_is_named_as_on_the_cassette()
    {
        using var library = new TemporaryLibrary();
        await using var server = await LoopbackServer.Counting();
        var recorder = library.Use("a", Options);
        recorder.Eject();

        var fault = await Assert.ThrowsAsync<BetamaxException>(() => recorder.GetAll(server.At("/accounts/alice?token=t1")));

        Assert.Contains("/accounts/<ACCOUNT>?token=<REDACTED>", fault.Message, StringComparison.Ordinal);
    }
}
