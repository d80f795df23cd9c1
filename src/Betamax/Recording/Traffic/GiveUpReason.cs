namespace Betamax.Recording.Traffic;

/// <summary>Why an interaction is not recorded although its request was sent.</summary>
internal enum GiveUpReason
{
    /// <summary>The response failed or its reading was cancelled. The caller got an exception.</summary>
    Failed,

    /// <summary>The reader stopped before the end.</summary>
    NotReadToEnd,

    /// <summary>A body is longer than <c>MaxRecordedBody</c>.</summary>
    BodyTooLarge,
}
