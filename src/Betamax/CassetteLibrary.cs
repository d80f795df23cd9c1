using Betamax.Recording;
using Betamax.Storage;

namespace Betamax;

/// <summary>A directory of cassettes, and the options that they share.</summary>
public sealed class CassetteLibrary
{
    private readonly CassetteOptions _defaults;

    /// <summary>Names a library. Nothing is opened or made before a cassette needs it.</summary>
    /// <param name="directory">
    /// The directory, relative to the current one or absolute. It is made when something is recorded into it.
    /// </param>
    /// <param name="defaults">The options of its cassettes; <see langword="null"/> = the defaults of <see cref="CassetteOptions"/>.</param>
    public CassetteLibrary(string directory, CassetteOptions? defaults = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        Directory = Path.GetFullPath(directory);
        _defaults = defaults ?? new CassetteOptions();
    }

    /// <summary>The full path of the directory.</summary>
    public string Directory { get; }

    /// <summary>
    /// Puts a cassette in: from here to its eject, requests that go through the recorder's clients and handlers are played
    /// from it or recorded onto it. The recorder becomes <see cref="Recorder.Current"/> for the calling async flow.
    /// </summary>
    /// <param name="name">
    /// The cassette's name: <c>example</c> is the file <c>example.json</c> in the library, <c>github/issues</c> one in a
    /// folder of it. The extension is that of <see cref="CassetteOptions.Format"/>.
    /// </param>
    /// <param name="configure">Refines the library's options for this cassette: <c>o => o with { … }</c>.</param>
    /// <exception cref="ArgumentException">The name leaves the library, or no file can have it; or an option is wrong.</exception>
    /// <exception cref="CassetteNotFoundException">The mode is <see cref="RecordMode.None"/> and there is no cassette.</exception>
    /// <exception cref="CassetteFormatException">The file is no cassette. It is left as it is.</exception>
    /// <exception cref="CassetteStorageException">The file cannot be read.</exception>
    /// <exception cref="BetamaxException">
    /// The cassette has expired and that is to be an error, or <c>BETAMAX_RECORD_MODE</c> names no mode.
    /// </exception>
    public Recorder UseCassette(string name, Func<CassetteOptions, CassetteOptions>? configure = null)
    {
        var options = configure is null
            ? _defaults
            : configure(_defaults) ?? throw new ArgumentException("It gave null in place of options.", nameof(configure));
        options.ThrowIfWrong();
        var path = CassetteName.ToPath(Directory, name, options.Format.Extension);
        var mode = RecordModeVariable.Parse(Environment.GetEnvironmentVariable(RecordModeVariable.Name));
        if (!options.Format.CanWrite && (mode ?? options.RecordMode) != RecordMode.None)
        {
            throw new ArgumentException(
                $"The format '{options.Format.Name}' can only be read, so that its cassettes are only used with {nameof(RecordMode)}.{nameof(RecordMode.None)}.");
        }

        return new Recorder(new CassetteSession(path, options, overridingMode: mode), options);
    }
}
