namespace Betamax;

/// <summary>The content of a stored cassette, open for reading.</summary>
/// <param name="content">The content, from its beginning.</param>
/// <param name="version">The version of this content.</param>
public sealed class StoredCassette(Stream content, string version) : IDisposable
{
    /// <summary>The content.</summary>
    public Stream Content => content;

    /// <summary>The version of this content. Equal versions mean equal content.</summary>
    public string Version => version;

    /// <summary>Closes the content.</summary>
    public void Dispose() => content.Dispose();
}
