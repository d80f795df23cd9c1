using System.Globalization;

namespace Betamax.Tests.Performance;

/// <summary>Measures what loading allocates. Time is never measured.</summary>
public sealed class LoadedBytesTests
{
    [Fact]
    public void Loading_allocates_the_bodies_and_less_than_three_fifths_of_a_kibibyte_for_an_interaction()
    {
        using var library = new TemporaryLibrary();
        var (few, fewInBodies) = AllocatedFor(library, [.. Enumerable.Range(0, 1_000).Select(Interaction)]);
        var (many, manyInBodies) = AllocatedFor(library, [.. Enumerable.Range(0, 3_000).Select(Interaction)]);

        Assert.InRange((many - manyInBodies - (few - fewInBodies)) / 2_000, 0, 614);
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

        // The size in the file, and what was allocated before the size was known.
        Assert.InRange(allocated, Length, (isText ? Length : Length / 3L * 4) + (4 * 1024 * 1024));
    }

    [Fact]
    public void A_short_cassette_is_allocated_no_more_than_twice_its_length()
    {
        using var library = new TemporaryLibrary();
        var (allocated, _) = AllocatedFor(library, [Interaction(1)]);

        Assert.InRange(allocated, 0, 2 * new FileInfo(library.PathOf("1")).Length);
    }

    private static (long Allocated, long InBodies) AllocatedFor(TemporaryLibrary library, Interaction[] interactions)
    {
        var path = library.PathOf(interactions.Length.ToString(CultureInfo.InvariantCulture));
        new Cassette(interactions).Save(path);
        _ = Cassette.Load(path);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var loaded = Cassette.Load(path);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(interactions[^1].Response.Headers, loaded.Interactions[^1].Response.Headers);
        return (allocated, loaded.Interactions.Sum(one => (long)one.Response.Body.Bytes.Length));
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
