namespace Betamax.Recording;

/// <summary>
/// The part of an async flow in which a recorder is current. It is entered before the cassette is opened, because an
/// async method cannot change the flow of its caller.
/// </summary>
internal sealed class RecorderScope
{
    private static readonly AsyncLocal<RecorderScope?> InnermostInFlow = new();

    private readonly RecorderScope? _outer;
    private volatile bool _isOver;

    private RecorderScope(RecorderScope? outer) => _outer = outer;

    /// <summary>The recorder of the innermost scope whose cassette is open.</summary>
    public static Recorder? CurrentRecorder
    {
        get
        {
            var scope = InnermostInFlow.Value;
            while (scope is not null && (scope._isOver || scope.Recorder is null))
            {
                scope = scope._outer;
            }

            return scope?.Recorder;
        }
    }

    /// <summary>The recorder; <see langword="null"/> until its cassette is open.</summary>
    public Recorder? Recorder { get; set; }

    /// <summary>
    /// Enters a scope in the flow of the caller. Do not call it in an async method: the change would be lost when that method
    /// returns.
    /// </summary>
    public static RecorderScope Enter()
    {
        // Skips the scopes that are over: a long-lived flow would otherwise keep all of them in memory.
        var outer = InnermostInFlow.Value;
        while (outer is { _isOver: true })
        {
            outer = outer._outer;
        }

        return InnermostInFlow.Value = new(outer);
    }

    /// <summary>Runs an action with this scope as the innermost, in whatever flow it is called.</summary>
    public void Run(Action action)
    {
        var innermost = InnermostInFlow.Value;
        InnermostInFlow.Value = this;
        try
        {
            action();
        }
        finally
        {
            InnermostInFlow.Value = innermost;
        }
    }

    /// <summary>Ends the scope in all flows.</summary>
    public void Leave() => _isOver = true;
}
