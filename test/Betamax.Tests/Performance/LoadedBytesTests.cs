using System.Globalization;

namespace Betamax.Tests.Performance;

/// <summary>What loading costs, in bytes and never in time.</summary>
public sealed class LoadedBytesTests
{
    [Fact]
    public void Loading_allocates_the_file_and_less_than_three_quarters_of_a_kibibyte_for_an_interaction()
    {
        using var library = new TemporaryLibrary();
        var (few, fewInFile) = AllocatedFor(library, 1_000);
        var (many, manyInFile) = AllocatedFor(library, 3_000);

        Assert.InRange((many - manyInFile - (few - fewInFile)) / 2_000, 0, 768);
    }

    private static (long Allocated, long InFile) AllocatedFor(TemporaryLibrary library, int length)
    {
        var path = library.PathOf(length.ToString(CultureInfo.InvariantCulture));
        new Cassette(Enumerable.Range(0, length).Select(Interaction)).Save(path);
        _ = Cassette.Load(path);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var loaded = Cassette.Load(path);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("text/plain", loaded.Interactions[^1].Response.Headers["Content-Type"][0]);
        return (allocated, new FileInfo(path).Length);
    }

    private static Interaction Interaction(int number) => new(
        new("GET", $"http://host/items/{number}") { Headers = RecordedHeaders.Empty.With("Accept", "*/*", "x") },
        new(200, "OK", $"http://host/items/{number}")
        {
            Headers = RecordedHeaders.Empty.With("Content-Type", "text/plain").With("Server", "Kestrel").With("X", $"{number}"),
            Body = RecordedBody.FromText(string.Concat(Enumerable.Repeat("\"x\"\n", 400))),
        },
        DateTimeOffset.UnixEpoch.AddDays(number + 1));
}
