namespace Betamax.Recording.Traffic;

/// <summary>Receives the response to one request. Either <see cref="Complete"/> or <see cref="GiveUp"/> is called, once.</summary>
internal interface IResponseRecorder
{
    /// <summary>What is recorded of the response.</summary>
    ResponseOptions Options { get; }

    /// <summary>Adds a task that reads the rest of the response in the background. Eject waits for it.</summary>
    void AddPending(Task drain);

    /// <summary>Called when the response is complete, or has failed in a way that is recorded.</summary>
    void Complete(RecordedResponse response);

    /// <summary>Called when the response will not be recorded.</summary>
    void GiveUp(GiveUpReason reason);
}
