using System.Diagnostics;

namespace Betamax.Tests.Storage;

public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_leaves_the_cassette_as_it_was()
    {
        using var library = new TemporaryLibrary();
        var disk = Path.Combine(library.Directory, "disk");
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk), "A small disk can be mounted by root on Linux only.");
        try
        {
            await using var server = await LoopbackServer.Answering(context =>
                context.Response.Body.WriteAsync(new byte[context.Request.Path == "/large" ? 60_000 : 100]).AsTask());
            await library.Record("disk/a", RecordMode.Once, server.At("/small"));
            var before = library.BytesOf("disk/a");
            var warnings = new List<string>();
            var recorder = library.Use("disk/a", new CassetteOptions { RecordMode = RecordMode.NewEpisodes, Warn = warnings.Add });

            Assert.Equal(60_000, (await recorder.GetAll(server.At("/large")))[0].Length);
            var fault = Assert.Throws<CassetteStorageException>(recorder.Eject);

            Assert.Equal(library.PathOf("disk/a"), fault.Path);
            Assert.Contains("journal cannot be written", Assert.Single(warnings), StringComparison.Ordinal);
            Assert.Equal(before, library.BytesOf("disk/a"));
        }
        finally
        {
            Assert.True(Run("umount", disk));
        }
    }

    private static bool Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
