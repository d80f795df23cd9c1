namespace Betamax.Tests.Storage;

public sealed class CassetteFileTests
{
    private static readonly Cassette Example = new([new(new("GET", "http://localhost/"), new(200, "OK", "http://localhost/"))]);

    [Fact]
    public void A_cassette_is_saved_and_loaded_over_a_file_and_over_a_stream()
    {
        using var library = new TemporaryLibrary();
        Example.Save(library.PathOf("new/folder/a"));
        using var stream = new MemoryStream();
        Example.Save(stream);

        Assert.Equal(library.BytesOf("new/folder/a"), stream.ToArray());
        stream.Position = 0;
        Assert.Equal(Example.Interactions, Cassette.Load(stream).Interactions);
        Assert.Equal(Example.Interactions, library.Load("new/folder/a").Interactions);
        Assert.Equal(["new/folder/a.json"], library.Files);
    }

    [Fact]
    public void A_missing_file_is_an_error_with_its_path()
    {
        using var library = new TemporaryLibrary();

        Assert.Equal(library.PathOf("a"), Assert.Throws<CassetteNotFoundException>(() => library.Load("a")).Path);
    }

    [Fact]
    public void What_cannot_be_read_is_an_error_with_its_path()
    {
        using var library = new TemporaryLibrary();
        Directory.CreateDirectory(library.PathOf("a"));

        var loading = Assert.Throws<CassetteStorageException>(() => library.Load("a"));
        var using_ = Assert.Throws<CassetteStorageException>(() => library.Use("a"));

        Assert.Equal(library.PathOf("a"), loading.Path);
        Assert.Equal(library.PathOf("a"), using_.Path);
        Assert.NotNull(loading.InnerException);
    }

    [Fact]
    public void A_file_that_is_marked_as_read_only_is_not_replaced()
    {
        using var library = new TemporaryLibrary();
        library.Write("a", "{}");
        File.SetAttributes(library.PathOf("a"), FileAttributes.ReadOnly);
        try
        {
            var fault = Assert.Throws<CassetteStorageException>(() => Example.Save(library.PathOf("a")));

            Assert.Equal(library.PathOf("a"), fault.Path);
            Assert.Equal("{}"u8.ToArray(), library.BytesOf("a"));
            Assert.Equal(["a.json"], library.Files);
        }
        finally
        {
            File.SetAttributes(library.PathOf("a"), FileAttributes.Normal);
        }
    }

    [Fact]
    public void If_writing_fails_half_way_the_old_file_is_unchanged_and_nothing_is_left_next_to_it()
    {
        using var library = new TemporaryLibrary();
        library.Write("a", "old");

        var fault = Assert.Throws<CassetteStorageException>(() =>
            Example.Save(library.PathOf("a"), new FailingFormat()));

        Assert.Contains("No space left on device", fault.Message, StringComparison.Ordinal);
        Assert.Equal("old"u8.ToArray(), library.BytesOf("a"));
        Assert.Equal(["a.json"], library.Files);
    }

    [Fact]
    public void A_link_to_a_cassette_stays_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only some users make symbolic links.");
        using var library = new TemporaryLibrary();
        library.Write("elsewhere/real", "old");
        File.CreateSymbolicLink(library.PathOf("a"), library.PathOf("elsewhere/real"));

        Example.Save(library.PathOf("a"));

        Assert.NotNull(File.ResolveLinkTarget(library.PathOf("a"), returnFinalTarget: false));
        Assert.Equal(library.BytesOf("a"), library.BytesOf("elsewhere/real"));
        Assert.Single(library.Load("elsewhere/real").Interactions);
    }

    [Fact]
    public void The_permissions_of_a_file_stay_as_they_are()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such permissions.");
            return;
        }

        using var library = new TemporaryLibrary();
        library.Write("a", "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherRead;
        File.SetUnixFileMode(library.PathOf("a"), Mode);

        Example.Save(library.PathOf("a"));

        Assert.Equal(Mode, File.GetUnixFileMode(library.PathOf("a")));
    }

    [Fact]
    public async Task Several_saves_of_one_file_at_once_all_succeed_and_the_file_is_always_one_of_them()
    {
        using var library = new TemporaryLibrary();
        var cassettes = Enumerable.Range(1, 4).Select(count => new Cassette(Enumerable.Repeat(Example.Interactions[0], 50 * count))).ToList();
        cassettes[0].Save(library.PathOf("a"));
        using var start = new Barrier(cassettes.Count);

        await Task.WhenAll(cassettes.Select(cassette => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                for (var i = 0; i < 50; i++)
                {
                    cassette.Save(library.PathOf("a"));
                    Assert.Contains(library.Load("a").Interactions.Count, cassettes.Select(one => one.Interactions.Count));
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(["a.json"], library.Files);
    }

    [Fact]
    public async Task A_reader_does_not_prevent_others_from_replacing_the_file()
    {
        using var library = new TemporaryLibrary();
        Example.Save(library.PathOf("a"));
        await using var reader = Betamax.Files.SafeFile.OpenRead(library.PathOf("a"));

        new Cassette([]).Save(library.PathOf("a"));

        Assert.Single(Cassette.Load(reader).Interactions);
        Assert.Empty(library.Load("a").Interactions);
    }

    /// <summary>Writes a little, and then the disk is full.</summary>
    private sealed class FailingFormat : ICassetteFormat
    {
        public string Name => "failing";

        public string Extension => ".json";

        public bool CanWrite => true;

        public bool Recognizes(ReadOnlySpan<byte> start) => false;

        public Cassette Read(Stream stream, string? path) => throw new NotSupportedException();

        public void Write(Cassette cassette, Stream stream)
        {
            stream.Write("new"u8);
            throw new IOException("No space left on device");
        }
    }
}
