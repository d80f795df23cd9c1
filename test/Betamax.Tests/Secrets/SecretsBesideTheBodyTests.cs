using Betamax.Secrets;

namespace Betamax.Tests.Secrets;

/// <summary>Secrets in trailers, and in the messages of recorded failures.</summary>
public sealed class SecretsBesideTheBodyTests
{
    private const string Secret = "s3cret";

    private static readonly SecretFilter SecretFilter = new([new Placeholder("<HOST>", Secret)], Redaction.Default);

    [Fact]
    public void A_placeholder_is_replaced_in_trailers_and_failures_in_both_directions()
    {
        var real = Interaction(new(503, null, "http://host/")
        {
            Trailers = new([new("grpc-message", [$"from {Secret}"])]),
            Failure = new(TimeSpan.Zero, [new("HttpRequestException", $"No such host ({Secret}:80)", "NameResolutionError")]),
        });

        var tape = SecretFilter.Hide(real);

        Assert.Equal(["from <HOST>"], tape.Response.Trailers["grpc-message"]);
        Assert.Equal(new RecordedError("HttpRequestException", "No such host (<HOST>:80)", "NameResolutionError"), tape.Response.Failure!.Errors[0]);
        Assert.Equal(real, SecretFilter.Reveal(tape));
    }

    [Fact]
    public void A_trailer_is_redacted_as_a_header_is()
    {
        var tape = SecretFilter.Hide(Interaction(new(200, "OK", "http://host/")
        {
            Trailers = new([new("X-Auth-Token", ["unknown"]), new("grpc-status", ["0"])]),
        }));

        Assert.Equal(["<REDACTED>"], tape.Response.Trailers["X-Auth-Token"]);
        Assert.Equal(["0"], tape.Response.Trailers["grpc-status"]);
    }

    private static Interaction Interaction(RecordedResponse response) => new(new("GET", "http://host/"), response);
}
