namespace Betamax.Recording;

/// <summary>What a hook of the options makes of an interaction.</summary>
internal static class InteractionHook
{
    /// <summary>The interaction as the hook wants it; <see langword="null"/> = it does not want it.</summary>
    public static Interaction? Apply(Func<Interaction, Interaction?>? hook, Interaction interaction)
    {
        var wanted = hook is null ? interaction : hook(interaction);
        var asked = interaction.Request.Uri;

        // A hook that changes the URI thinks of the request: the response would then tell of a redirect that there was not.
        return wanted is not null
            && wanted.Request.Uri != asked
            && interaction.Response.Url == asked
            && wanted.Response.Url == asked
                ? wanted with { Response = wanted.Response with { Url = wanted.Request.Uri } }
                : wanted;
    }
}
