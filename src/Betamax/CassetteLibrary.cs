using Betamax.Recording;
using Betamax.Recording.Modes;
using Betamax.Storage;

namespace Betamax;

/// <summary>A set of cassettes in one place, such as a directory, and the options that they share.</summary>
public sealed class CassetteLibrary
{
    private readonly CassetteOptions _defaults;

    /// <summary>Creates a library of the cassettes in a directory. No file is opened or created until a cassette is used.</summary>
    /// <param name="directory">
    /// The directory. A relative path is resolved against the working directory. It is created when a cassette is first recorded.
    /// </param>
    /// <param name="defaults">The options of its cassettes. If <see langword="null"/>, a new <see cref="CassetteOptions"/>.</param>
    public CassetteLibrary(string directory, CassetteOptions? defaults = null)
        : this(new FileCassetteStorage(directory), defaults)
    {
    }

    /// <summary>
    /// Creates a library of the cassettes in a storage such as <see cref="InMemoryCassetteStorage"/>. Nothing is opened or
    /// created until a cassette is used.
    /// </summary>
    /// <param name="storage">Where the cassettes are kept.</param>
    /// <param name="defaults">The options of its cassettes. If <see langword="null"/>, a new <see cref="CassetteOptions"/>.</param>
    public CassetteLibrary(ICassetteStorage storage, CassetteOptions? defaults = null)
    {
        ArgumentNullException.ThrowIfNull(storage);
        Storage = storage;
        _defaults = defaults ?? new CassetteOptions();
    }

    /// <summary>Where the cassettes are kept.</summary>
    public ICassetteStorage Storage { get; }

    /// <summary>The full path of the directory.</summary>
    /// <exception cref="InvalidOperationException">
    /// The library is not in a directory, but in another <see cref="Storage"/>.
    /// </exception>
    public string Directory => (Storage as FileCassetteStorage)?.Directory
        ?? throw new InvalidOperationException($"The library is not in a directory. Use its {nameof(Storage)}.{nameof(ICassetteStorage.GetLocation)} instead.");

    /// <summary>
    /// Opens a cassette. Until it is ejected, requests that are sent through the recorder's clients and handlers are played from
    /// it or recorded to it. The recorder is <see cref="Recorder.Current"/> in the async flow of the caller.
    /// </summary>
    /// <param name="name">
    /// The cassette's name: <c>example</c> is the file <c>example.json</c> in the library, and <c>github/issues</c> is a file in its
    /// folder <c>github</c>. The extension is that of <see cref="CassetteOptions.Format"/>.
    /// </param>
    /// <param name="configure">Changes the library's options for this cassette: <c>o => o with { … }</c>.</param>
    /// <exception cref="ArgumentException">
    /// The name is not inside the library, or is invalid on Windows, macOS or Linux; or an option is invalid. Nothing was opened.
    /// </exception>
    /// <exception cref="CassetteNotFoundException">
    /// The mode is <see cref="RecordMode.None"/>, and the cassette does not exist.
    /// </exception>
    /// <exception cref="CassetteFormatException">The file is not a cassette. It is unchanged.</exception>
    /// <exception cref="CassetteStorageException">The cassette cannot be read.</exception>
    /// <exception cref="BetamaxException">
    /// The cassette has expired and <see cref="CassetteOptions.OnExpired"/> is <see cref="ExpiryAction.Fail"/>, or
    /// <c>BETAMAX_RECORD_MODE</c> is malformed.
    /// </exception>
    public Recorder UseCassette(string name, Func<CassetteOptions, CassetteOptions>? configure = null)
    {
        var use = Prepare(name, configure);
        var content = Synchronous.Run(() => use.Store.LoadAsync(CancellationToken.None));
        return use.Open(content, RecorderScope.Enter());
    }

    /// <summary>
    /// Opens a cassette, as <see cref="UseCassette"/> does, without blocking the caller. The recorder is
    /// <see cref="Recorder.Current"/> in the async flow of the caller as soon as the task has completed.
    /// </summary>
    /// <param name="name">The cassette's name, as for <see cref="UseCassette"/>.</param>
    /// <param name="configure">Changes the library's options for this cassette.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <inheritdoc cref="UseCassette" path="/exception"/>
    public Task<Recorder> UseCassetteAsync(
        string name, Func<CassetteOptions, CassetteOptions>? configure = null, CancellationToken cancellationToken = default) =>
        OpenAsync(Prepare(name, configure), RecorderScope.Enter(), cancellationToken);

    /// <summary>Lists the names of all cassettes that have the extension of the library's format, in ordinal order.</summary>
    /// <exception cref="CassetteStorageException">The cassettes cannot be listed.</exception>
    public IReadOnlyList<string> ListCassettes() => Synchronous.Run(() => ListAsync(CancellationToken.None));

    /// <summary>Lists the names of all cassettes, as <see cref="ListCassettes"/> does, without blocking the caller.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="ListCassettes" path="/exception"/>
    public Task<IReadOnlyList<string>> ListCassettesAsync(CancellationToken cancellationToken = default) =>
        Task.Run(() => ListAsync(cancellationToken).AsTask(), cancellationToken);

    /// <summary>Reads a cassette as data. Recordings that have not been saved yet are not in it.</summary>
    /// <param name="name">The cassette's name, as for <see cref="UseCassette"/>.</param>
    /// <exception cref="ArgumentException">No cassette can have this name.</exception>
    /// <exception cref="CassetteNotFoundException">There is no such cassette.</exception>
    /// <exception cref="CassetteFormatException">It is not a cassette.</exception>
    /// <exception cref="CassetteStorageException">It cannot be read.</exception>
    public Cassette LoadCassette(string name)
    {
        var store = CreateStore(name, _defaults.Format);
        return Synchronous.Run(() => LoadAsync(store, CancellationToken.None));
    }

    /// <summary>Reads a cassette as data, as <see cref="LoadCassette"/> does, without blocking the caller.</summary>
    /// <param name="name">The cassette's name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="LoadCassette" path="/exception"/>
    public Task<Cassette> LoadCassetteAsync(string name, CancellationToken cancellationToken = default)
    {
        var store = CreateStore(name, _defaults.Format);
        return Task.Run(() => LoadAsync(store, cancellationToken).AsTask(), cancellationToken);
    }

    /// <summary>Whether a cassette can have this name. The length is not checked.</summary>
    internal static bool IsValidName(string name) => CassetteName.IsValid(name);

    private static async Task<Recorder> OpenAsync(CassetteUse use, RecorderScope scope, CancellationToken cancellationToken)
    {
        StoreContent content;
        try
        {
            // On another thread, because files are read synchronously.
            content = await Task.Run(() => use.Store.LoadAsync(cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            scope.Leave();
            throw;
        }

        return use.Open(content, scope);
    }

    private static async ValueTask<Cassette> LoadAsync(CassetteStore store, CancellationToken cancellationToken) =>
        await store.ReadCassetteAsync(cancellationToken).ConfigureAwait(false)
        ?? throw new CassetteNotFoundException(store.Location, "Check the name of the cassette and its library.");

    private async ValueTask<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var extension = _defaults.Format.Extension;
        return
        [
            .. (await Storage.ListAsync(cancellationToken).ConfigureAwait(false))
                .Where(key => key.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                .Select(key => key[..^extension.Length])
                .Order(StringComparer.Ordinal),
        ];
    }

    private CassetteUse Prepare(string name, Func<CassetteOptions, CassetteOptions>? configure)
    {
        var options = configure is null
            ? _defaults
            : configure(_defaults) ?? throw new ArgumentException("The delegate returned null instead of options.", nameof(configure));
        options.ThrowIfInvalid();
        var mode = RecordModeVariable.Read(name);
        if (!options.Format.CanWrite && (mode ?? options.RecordMode) != RecordMode.None)
        {
            throw new ArgumentException(
                $"The format '{options.Format.Name}' is read-only. Set {nameof(CassetteOptions.RecordMode)} to {nameof(RecordMode)}.{nameof(RecordMode.None)}.");
        }

        return new(CreateStore(name, options.Format), options, mode);
    }

    private CassetteStore CreateStore(string name, ICassetteFormat format) =>
        new(Storage, CassetteName.ToKey(name, format.Extension), format);

    /// <summary>A cassette that is about to be opened, with its options.</summary>
    private sealed record CassetteUse(CassetteStore Store, CassetteOptions Options, RecordMode? OverridingMode)
    {
        public Recorder Open(StoreContent content, RecorderScope scope)
        {
            try
            {
                return new(new CassetteSession(Store, content, Options, OverridingMode), Options, scope);
            }
            catch
            {
                scope.Leave();
                throw;
            }
        }
    }
}
