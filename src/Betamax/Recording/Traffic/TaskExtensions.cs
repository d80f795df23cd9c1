namespace Betamax.Recording.Traffic;

internal static class TaskExtensions
{
    /// <summary>Runs an action after a task that never fails; immediately if the task has ended.</summary>
    public static void ContinueSynchronously(this Task task, Action action)
    {
        if (task.IsCompleted)
        {
            action();
        }
        else
        {
            _ = task.ContinueWith(_ => action(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
