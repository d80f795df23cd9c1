namespace Betamax.Storage;

/// <summary>
/// Runs asynchronous work for a synchronous caller, without deadlocks: continuations never need the thread that is blocked, even if
/// a storage does not use <c>ConfigureAwait(false)</c>.
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
