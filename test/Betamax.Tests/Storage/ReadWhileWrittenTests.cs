namespace Betamax.Tests.Storage;

/// <summary>A file that is written while it is read: the result is one of its contents, or an error.</summary>
public sealed class ReadWhileWrittenTests
{
    [Fact]
    public async Task A_cassette_that_is_replaced_again_and_again_is_always_a_whole_one()
    {
        using var library = new TemporaryLibrary();
        var cassettes = new[] { Of(1, 300), Of(2, 100) };
        cassettes[0].Save(library.PathOf("a"));
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                cassettes[i % 2].Save(library.PathOf("a"));
            }
        });

        for (var i = 0; i < 100; i++)
        {
            var read = library.Load("a");
            Assert.Contains(cassettes, one => one.Interactions.SequenceEqual(read.Interactions));
        }

        await stop.CancelAsync();
        await writer;
    }

    [Fact]
    public async Task A_cassette_that_is_truncated_while_it_is_read_is_the_old_one_or_an_error_that_says_where()
    {
        using var library = new TemporaryLibrary();
        var cassette = Of(1, 300);
        cassette.Save(library.PathOf("a"));
        var bytes = library.BytesOf("a");
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            using var stream = new FileStream(library.PathOf("a"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                stream.SetLength(bytes.Length / 2);
                stream.Position = 0;
                stream.Write(bytes);
            }
        });

        for (var i = 0; i < 200; i++)
        {
            try
            {
                Assert.Equal(cassette.Interactions, library.Load("a").Interactions);
            }
            catch (CassetteFormatException fault)
            {
                Assert.Contains("it is not valid JSON", fault.Message, StringComparison.Ordinal);
                Assert.StartsWith("$.http_interactions", fault.JsonPath, StringComparison.Ordinal);
            }
            catch (CassetteStorageException fault)
            {
                Assert.IsType<EndOfStreamException>(fault.InnerException);
            }
        }

        await stop.CancelAsync();
        await writer;
    }

    private static Cassette Of(int seed, int length) => new(Enumerable.Range(0, length).Select(number => new Interaction(
        new("GET", $"http://a.test/{seed}/{number}"),
        new(200, "OK", $"http://a.test/{seed}/{number}") { Body = RecordedBody.FromText(new string('x', 1000)) })));
}
