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

    /// <summary>
    /// The recorder for a request of this flow: that of the innermost scope. It has been ejected already if the code that sends the
    /// request was started in its scope and has outlived it. <see langword="null"/> if the flow has no scope.
    /// </summary>
    public static Recorder? RecorderForRequest
    {
        get
        {
            var scope = InnermostInFlow.Value;
            while (scope is { Recorder: null })
            {
                scope = scope._outer;
            }

            return scope?.Recorder;
        }
    }

    /// <summary>The recorder of the next scope around this one whose cassette is open.</summary>
    public Recorder? OuterRecorder
    {
        get
        {
            var scope = _outer;
            while (scope is not null && (scope._isOver || scope.Recorder is null))
            {
                scope = scope._outer;
            }

            return scope?.Recorder;
        }
    }

    /// <summary>Whether the scope has been left.</summary>
    public bool IsOver => _isOver;

    /// <summary>The recorder; <see langword="null"/> until its cassette is open.</summary>
    public Recorder? Recorder { get; set; }

    /// <summary>
    /// Enters a scope in the flow of the caller. Do not call it in an async method: the change would be lost when that method
    /// returns.
    /// </summary>
    public static RecorderScope Enter()
    {
        return InnermostInFlow.Value = new(SkipEnded(InnermostInFlow.Value));
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

    /// <summary>
    /// Ends the scope in all flows. The flow of the caller goes on with the scope around it; flows that were started in this scope
    /// do not, because they have outlived it. Do not call it in an async method, whose caller has another flow.
    /// </summary>
    public void Leave()
    {
        _isOver = true;
        if (InnermostInFlow.Value == this)
        {
            InnermostInFlow.Value = SkipEnded(_outer);
        }
    }

    /// <summary>The first scope that is not over. A long-lived flow would otherwise keep all of them in memory.</summary>
    private static RecorderScope? SkipEnded(RecorderScope? scope)
    {
        while (scope is { _isOver: true })
        {
            scope = scope._outer;
        }

        return scope;
    }
}
