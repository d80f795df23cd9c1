namespace Betamax.Tests.Secrets;

internal static class Refusals
{
    /// <summary>Asserts that neither the message nor the data of a refusal contains a secret.</summary>
    public static void HoldNothingOf(string secret, UnhandledRequestException refusal)
    {
        var requests = refusal.Nearest.Select(near => near.Request).Append(refusal.Request);
        var differences = refusal.Nearest.SelectMany(near => near.Results).SelectMany(result => result.Differences);
        var data = requests
            .SelectMany(request => request.Headers.Values.SelectMany(values => values).Append(request.Uri).Append($"{request.Body}"))
            .Concat(differences.SelectMany(difference => new[] { difference.Live, difference.Recorded }));

        Assert.DoesNotContain(secret, $"{refusal}", StringComparison.Ordinal);
        Assert.All(data, text => Assert.DoesNotContain(secret, text ?? "", StringComparison.Ordinal));
    }
}
