using System.Globalization;
using System.Text;
using Betamax.Json;

namespace Betamax.Storage;

/// <summary>
/// The interactions of a run, appended beside the cassette as they are finished: one line each, so that a process that
/// is killed loses only what was in flight. Held by one recorder at a time.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream _stream;
    private long _end;

    private Journal(FileStream stream) => _stream = stream;

    public static string PathBeside(string cassettePath) => cassettePath + ".journal";

    /// <summary>
    /// What an interrupted run left; <see langword="null"/> where there is no journal, or one that a recorder is writing.
    /// </summary>
    public static JournalContent? Read(string path)
    {
        try
        {
            return JournalContent.Parse(File.ReadAllBytes(path), path);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new CassetteStorageException(
                "The journal of an interrupted recording cannot be read", path, "Make it readable, or delete it.", fault);
        }
    }

    /// <summary>Takes the journal for this recorder, as it is, or makes one.</summary>
    public static Journal Open(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException(
                "The cassette cannot be recorded: its journal cannot be opened",
                path,
                "If another recorder is recording this cassette, let it eject first or use another name; "
                + "otherwise make the directory writable.",
                fault);
        }
    }

    /// <summary>Empties the journal and says what follows.</summary>
    public void Begin(JournalHeader header)
    {
        _end = 0;
        Write(stream => stream.Write(header.ToLine()));
    }

    /// <summary>Appends one interaction. A failure leaves the lines before it as they were.</summary>
    /// <param name="sequence">Where the interaction stands in the order of sending.</param>
    /// <param name="interaction">The interaction, as it goes on the tape.</param>
    public void Append(int sequence, Interaction interaction) => Write(stream =>
    {
        stream.Write(Encoding.ASCII.GetBytes(sequence.ToString(CultureInfo.InvariantCulture)));
        stream.WriteByte((byte)' ');
        InteractionLine.Write(interaction, stream);
    });

    /// <summary>Ends the journal and takes it away: what it held is in the cassette, or is not wanted.</summary>
    public void Discard()
    {
        using (_stream)
        {
            if (OperatingSystem.IsWindows())
            {
                _stream.Dispose();
            }

            // Elsewhere it is deleted while it is still locked: nobody can begin to write into it in between.
            Delete(_stream.Name);
        }
    }

    /// <summary>Lets go of the journal and leaves it for the next run.</summary>
    public void Dispose() => _stream.Dispose();

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // It has gone with its directory.
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CassetteStorageException(
                "The journal cannot be taken away", path, "It is not needed any more: delete it, or make its directory writable.", fault);
        }
    }

    private void Write(Action<Stream> write)
    {
        try
        {
            // Cuts off what a failure before this one may have left of its line.
            _stream.SetLength(_end);
            _stream.Seek(_end, SeekOrigin.Begin);
            write(_stream);
            _end = _stream.Length;
        }
        catch (IOException fault)
        {
            throw new CassetteStorageException(
                "The journal cannot be written", _stream.Name, "Make room on the disk and record again.", fault);
        }
    }
}
