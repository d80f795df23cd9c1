namespace Betamax;

/// <summary>Stub.</summary>
public sealed class CassetteLibrary(string directory, CassetteOptions? defaults = null)
{
    /// <summary>Stub.</summary>
    public string Directory => directory;

    /// <summary>Stub.</summary>
    public CassetteOptions? Defaults => defaults;

    /// <summary>Stub.</summary>
    public Recorder UseCassette(string name, Func<CassetteOptions, CassetteOptions>? configure = null) => throw new NotImplementedException();
}
