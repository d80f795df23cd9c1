namespace Betamax;

/// <summary>Stub.</summary>
public sealed class Recorder : IDisposable, IAsyncDisposable
{
    /// <summary>Stub.</summary>
    public static Recorder? Current => throw new NotImplementedException();

    /// <summary>Stub.</summary>
    public string CassettePath => throw new NotImplementedException();

    /// <summary>Stub.</summary>
    public bool IsRecording => throw new NotImplementedException();

    /// <summary>Stub.</summary>
    public Cassette Cassette => throw new NotImplementedException();

    /// <summary>Stub.</summary>
    public HttpClient CreateClient() => throw new NotImplementedException();

    /// <summary>Stub.</summary>
    public HttpMessageHandler CreateHandler(HttpMessageHandler? inner = null) => throw new NotImplementedException();

    /// <summary>Stub.</summary>
    public void Eject() => throw new NotImplementedException();

    /// <summary>Stub.</summary>
    public void Dispose() => throw new NotImplementedException();

    /// <summary>Stub.</summary>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
