using Betamax.Cassettes;
using Betamax.Http;
using Betamax.Secrets;

namespace Betamax.Recording;

/// <summary>Makes the interaction for the cassette from a live exchange, and the one to play from a recorded one. Calls the hooks.</summary>
internal sealed class InteractionConverter(CassetteOptions options, SecretFilter secrets)
{
    /// <summary>The interaction to record; null when <see cref="CassetteOptions.BeforeRecord"/> drops it.</summary>
    public Interaction? ToCassette(RecordedRequest request, RecordedResponse response)
    {
        var interaction = new Interaction(
            request with { Body = ToForm(BodyEncoding.ChooseForRequest, request.Body, request.Headers) },
            response with { Body = ToForm(BodyEncoding.Choose, response.Body, response.Headers) },
            TruncateToSecond(options.TimeProvider.GetUtcNow()));
        return CallHook(options.BeforeRecord, interaction) is { } wanted ? secrets.Hide(wanted) : null;
    }

    /// <summary>The interaction to play; null when <see cref="CassetteOptions.BeforePlayback"/> drops it.</summary>
    public Interaction? FromCassette(Interaction interaction) =>
        CallHook(options.BeforePlayback, secrets.Reveal(interaction));

    private static Interaction? CallHook(Func<Interaction, Interaction?>? hook, Interaction interaction)
    {
        if (hook is null)
        {
            return interaction;
        }

        var original = interaction.Request.Uri;
        var wanted = hook(interaction);

        // A hook that changes only the request's URI does not mean that the server redirected the request.
        return wanted is not null
            && wanted.Request.Uri != original
            && interaction.Response.Url == original
            && wanted.Response.Url == original
                ? wanted with { Response = wanted.Response with { Url = wanted.Request.Uri } }
                : wanted;
    }

    private RecordedBody ToForm(
        Func<ReadOnlyMemory<byte>, string?, string?, bool, RecordedBody> form, RecordedBody body, RecordedHeaders headers) =>
        form(body.Bytes, headers.First(HeaderNames.ContentType), headers.First(HeaderNames.ContentEncoding), options.PreserveExactBodyBytes);

    private static DateTimeOffset TruncateToSecond(DateTimeOffset time) =>
        time.ToUniversalTime().AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
