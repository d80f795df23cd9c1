#pragma warning disable IDE0007 // Examples name their types.

namespace Betamax.Tests.Docs.Examples;

/// <summary>The examples of docs/storage.md. They are compiled.</summary>
internal static class StorageExamples
{
    public static void List()
    {
        var library = new CassetteLibrary("tests/cassettes");
        foreach (var name in library.ListCassettes())
        {
            Cassette cassette = library.LoadCassette(name);
            Console.WriteLine($"{name}: {cassette.Interactions.Count} interactions");
        }
    }

    public static async Task Open(CassetteLibrary library)
    {
        await using (var recorder = await library.UseCassetteAsync("example"))
        {
            using HttpClient client = recorder.CreateClient();
            await client.GetStringAsync("https://httpbin.org/get");
        }
    }

    public static CassetteLibrary InMemory()
    {
        var inMemory = new CassetteLibrary(new InMemoryCassetteStorage());
        return inMemory;
    }
}
