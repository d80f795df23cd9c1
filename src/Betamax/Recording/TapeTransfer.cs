using Betamax.Cassettes;
using Betamax.Secrets;

namespace Betamax.Recording;

/// <summary>What becomes of an interaction on its way onto the tape, and on its way from it.</summary>
internal sealed class TapeTransfer(CassetteOptions options, Masking masking)
{
    /// <summary>What goes on the tape of a finished exchange; <see langword="null"/> = the hook does not want it there.</summary>
    public Interaction? ToTape(RecordedRequest request, RecordedResponse response)
    {
        var interaction = new Interaction(
            InForm(BodyEncoding.ChooseForRequest, request.Body, request.Headers) is var body && ReferenceEquals(body, request.Body)
                ? request
                : request with { Body = body },
            response with { Body = InForm(BodyEncoding.Choose, response.Body, response.Headers) },
            ToTheSecond(options.TimeProvider.GetUtcNow()));
        return InteractionHook.Apply(options.BeforeRecord, interaction) is { } wanted ? masking.ToTape(wanted) : null;
    }

    /// <summary>What is played of a recording; <see langword="null"/> = the hook does not want it played.</summary>
    public Interaction? FromTape(Interaction interaction) =>
        InteractionHook.Apply(options.BeforePlayback, masking.FromTape(interaction));

    private RecordedBody InForm(
        Func<ReadOnlyMemory<byte>, string?, string?, bool, RecordedBody> form, RecordedBody body, RecordedHeaders headers) =>
        form(body.Bytes, headers.First("Content-Type"), headers.First("Content-Encoding"), options.PreserveExactBodyBytes);

    private static DateTimeOffset ToTheSecond(DateTimeOffset time) =>
        time.ToUniversalTime().AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
