using System.Globalization;

namespace Betamax.Tests.Performance;

/// <summary>Measures what loading allocates. Time is never measured.</summary>
public sealed class LoadedBytesTests
{
    [Fact]
    public void Loading_allocates_the_file_once_and_little_more_for_each_interaction()
    {
        using var library = new TemporaryLibrary();
        var (few, fewInFile) = AllocatedFor(library, [.. Enumerable.Range(0, 1_000).Select(Interaction)]);
        var (many, manyInFile) = AllocatedFor(library, [.. Enumerable.Range(0, 3_000).Select(Interaction)]);

        Assert.InRange((many - manyInFile - (few - fewInFile)) / 2_000, 0, 1_200);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_long_body_is_allocated_once(bool isText)
    {
        const int Length = 32 * 1024 * 1024;
        using var library = new TemporaryLibrary();
        var body = new byte[Length];
        body.AsSpan().Fill((byte)'x');
        var recorded = isText ? RecordedBody.FromText(new string('x', Length)) : RecordedBody.FromBytes(body);

        var (allocated, _) = AllocatedFor(library, [Interaction(1) with { Response = new(200, "OK", "u") { Body = recorded } }]);

        // Its length in the file: it is decoded in place.
        Assert.InRange(allocated, Length, (isText ? Length : Length / 3L * 4) + (64 * 1024));
    }

    [Fact]
    public void A_short_cassette_is_allocated_no_more_than_twice_its_length()
    {
        using var library = new TemporaryLibrary();
        var (allocated, _) = AllocatedFor(library, [Interaction(1)]);

        Assert.InRange(allocated, 0, 2 * new FileInfo(library.PathOf("1")).Length);
    }

    private static (long Allocated, long FileLength) AllocatedFor(TemporaryLibrary library, Interaction[] interactions)
    {
        var path = library.PathOf(interactions.Length.ToString(CultureInfo.InvariantCulture));
        new Cassette(interactions).Save(path);
        _ = Cassette.Load(path);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var loaded = Cassette.Load(path);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(interactions[^1].Response.Headers, loaded.Interactions[^1].Response.Headers);
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
