namespace Betamax.Recording;

/// <summary>
/// The part of an async flow in which a recorder is current. It is entered before the cassette is opened: only then does the
/// flow of an asynchronous caller have it too.
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

    /// <summary>Enters a scope in the flow of the caller. It must not be called in an async method, which has a flow of its own.</summary>
    public static RecorderScope Enter()
    {
        // Without the scopes that are over: a flow that goes on and on would keep all of them.
        var outer = InnermostInFlow.Value;
        while (outer is { _isOver: true })
        {
            outer = outer._outer;
        }

        return InnermostInFlow.Value = new(outer);
    }

    /// <summary>Runs an action for which this scope is the innermost, whatever flow it is called in.</summary>
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

    /// <summary>Ends the scope, for every flow that has it.</summary>
    public void Leave() => _isOver = true;
}
