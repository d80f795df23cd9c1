using Betamax.Cassettes;
using Betamax.Http;
using Betamax.Secrets;

namespace Betamax.Recording;

/// <summary>
/// Converts a live interaction to the one that is recorded, and a recorded one to the one that is played. Calls the hooks.
/// </summary>
internal sealed class InteractionConverter(CassetteOptions options, SecretFilter secrets)
{
    /// <summary>The interaction to record; null when <see cref="CassetteOptions.BeforeRecord"/> drops it.</summary>
    public Interaction? ToCassette(RecordedRequest request, RecordedResponse response)
    {
        var interaction = new Interaction(
            request with { Body = ToStored(BodyEncoding.ChooseForRequest, request.Body, request.Headers) },
            response with { Body = ToStored(BodyEncoding.Choose, response.Body, response.Headers) },
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

        // If a hook changes only the request's URI, the response's follows: a different one would look like a redirect.
        return wanted is not null
            && wanted.Request.Uri != original
            && interaction.Response.Url == original
            && wanted.Response.Url == original
                ? wanted with { Response = wanted.Response with { Url = wanted.Request.Uri } }
                : wanted;
    }

    private RecordedBody ToStored(
        Func<ReadOnlyMemory<byte>, string?, string?, bool, RecordedBody> choose, RecordedBody body, RecordedHeaders headers) =>
        choose(body.Bytes, headers.First(HeaderNames.ContentType), headers.First(HeaderNames.ContentEncoding), options.PreserveExactBodyBytes);

    private static DateTimeOffset TruncateToSecond(DateTimeOffset time) =>
        time.ToUniversalTime().AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
