using Betamax.Storage;

namespace Betamax.Tests.Storage;

public sealed class JournalFileTests : IDisposable
{
    private readonly TemporaryLibrary _library = new();

    private string JournalPath => _library.JournalOf("folder/a");

    [Fact]
    public void Only_one_recorder_at_a_time_can_open_it_and_nobody_reads_a_line_that_is_being_written()
    {
        using var file = JournalFile.Open(JournalPath);
        file.Write("line"u8, 0);

        Assert.Throws<CassetteStorageException>(() => JournalFile.Open(JournalPath));
        Assert.Empty(JournalFile.Read(JournalPath));
        file.Dispose();
        Assert.Equal("line"u8.ToArray(), JournalFile.Read(JournalPath));
    }

    [Fact]
    public void An_empty_one_is_deleted_when_it_is_closed()
    {
        JournalFile.Open(JournalPath).Dispose();

        Assert.Empty(_library.Files);
        Assert.Empty(JournalFile.Read(JournalPath));
    }

    [Fact]
    public void One_that_somebody_deletes_is_created_again_with_its_content()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let anybody delete an open file.");
        using (var file = JournalFile.Open(JournalPath))
        {
            file.Write("line"u8, 0);
            file.Restore();
            Directory.Delete(Path.Combine(_library.Directory, "folder"), recursive: true);

            file.Restore();
        }

        Assert.Equal("line"u8.ToArray(), JournalFile.Read(JournalPath));
    }

    [Fact]
    public void One_that_another_recorder_has_created_in_its_place_is_left_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let anybody delete an open file.");
        var file = JournalFile.Open(JournalPath);
        file.Write("mine"u8, 0);
        File.Delete(JournalPath);
        File.WriteAllText(JournalPath, "of another");
        File.SetLastWriteTimeUtc(JournalPath, DateTime.UnixEpoch);

        Assert.Throws<IOException>(file.Restore);
        file.Delete();

        Assert.Equal("of another", File.ReadAllText(JournalPath));
    }

    [Fact]
    public void It_is_opened_on_a_mount_where_the_times_of_an_open_file_and_of_its_path_differ()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not compare the times.");
        var comparisons = 0;
        using (var file = JournalFile.Open(JournalPath, (_, _) => ++comparisons < 0))
        {
            Assert.InRange(comparisons, 2, 20);
            file.Write("line"u8, 0);
            file.Restore();
            File.Delete(JournalPath);
            file.Restore();
        }

        Assert.Equal("line"u8.ToArray(), JournalFile.Read(JournalPath));
    }

    public void Dispose() => _library.Dispose();
}
