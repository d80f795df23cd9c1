namespace Betamax.Recording.Traffic;

/// <summary>Takes the response to one request that is recorded. Exactly one of its last two members is called, once.</summary>
internal interface IResponseRecorder
{
    /// <summary>What is recorded of the response.</summary>
    ResponseOptions Options { get; }

    /// <summary>A task that reads the rest of the response in the background. Eject waits for it.</summary>
    void AddPending(Task drain);

    /// <summary>The response is complete, or has failed in a way that is recorded.</summary>
    void Complete(RecordedResponse response);

    /// <summary>The response will not be recorded.</summary>
    void GiveUp(GiveUpReason reason);
}
