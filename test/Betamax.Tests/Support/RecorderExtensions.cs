namespace Betamax.Tests;

internal static class RecorderExtensions
{
    /// <summary>Sends GET requests one after the other, and returns the bodies.</summary>
    public static async Task<string[]> GetAll(this Recorder recorder, params Uri[] uris)
    {
        using var client = recorder.CreateClient();
        var bodies = new List<string>();
        foreach (var uri in uris)
        {
            bodies.Add(await client.GetStringAsync(uri));
        }

        return [.. bodies];
    }

    /// <summary>Posts the texts to a URI one after the other, and returns the bodies.</summary>
    public static async Task<string[]> PostAll(this Recorder recorder, Uri uri, params string[] bodies)
    {
        using var client = recorder.CreateClient();
        var answers = new List<string>();
        foreach (var body in bodies)
        {
            using var response = await client.PostAsync(uri, new StringContent(body));
            answers.Add(await response.Content.ReadAsStringAsync());
        }

        return [.. answers];
    }
}
