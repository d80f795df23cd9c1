namespace Betamax.Storage;

/// <summary>
/// Runs asynchronous work for a synchronous caller. It never deadlocks: continuations do not wait for the thread that is
/// blocked, whatever a storage does.
/// </summary>
internal static class Synchronous
{
    public static T Run<T>(Func<ValueTask<T>> work)
    {
        if (TaskScheduler.Current != TaskScheduler.Default)
        {
            return Task.Run(() => work().AsTask()).GetAwaiter().GetResult();
        }

        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var running = work();
            return running.IsCompleted ? running.GetAwaiter().GetResult() : running.AsTask().GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    public static void Run(Func<ValueTask> work) => Run(async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    });
}
