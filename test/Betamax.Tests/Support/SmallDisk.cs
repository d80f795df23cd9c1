using System.Diagnostics;

namespace Betamax.Tests;

/// <summary>A disk of 256 KiB in a folder of a library. Tests fill it or make it read-only.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    /// <summary>Mounts the disk as the folder <c>disk</c>. Skips the test if that is not possible.</summary>
    public SmallDisk(TemporaryLibrary library)
    {
        _folder = Path.Combine(library.Directory, "disk");
        Directory.CreateDirectory(_folder);
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", _folder),
            "A small disk can be mounted by root on Linux only.");
    }

    private string Filler => Path.Combine(_folder, "filler");

    /// <summary>Fills the disk completely.</summary>
    public void Fill()
    {
        using var filler = File.Create(Filler, bufferSize: 1);
        try
        {
            while (true)
            {
                filler.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // The disk is full.
        }
    }

    /// <summary>Deletes the file that fills the disk.</summary>
    public void MakeRoom() => File.Delete(Filler);

    /// <summary>Makes the disk read-only, also for root.</summary>
    public void Protect() => Assert.True(Run("mount", "-o", "remount,ro", _folder));

    public void Unprotect() => Assert.True(Run("mount", "-o", "remount,rw", _folder));

    public void Dispose() => Assert.True(Run("umount", _folder));

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
