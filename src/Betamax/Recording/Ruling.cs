namespace Betamax.Recording;

/// <summary>What a session decides about one request. Exactly one of its values is set; none = the request is recorded.</summary>
internal readonly record struct Ruling
{
    public static Ruling Record => default;

    public static Ruling NeedBody => new() { NeedsBody = true };

    /// <summary>The body decides. Read it and ask again.</summary>
    public bool NeedsBody { get; private init; }

    /// <summary>The recording to play.</summary>
    public PlayedRecording? Recording { get; private init; }

    /// <summary>Why the request is refused.</summary>
    public UnhandledRequestException? Refusal { get; private init; }

    public static Ruling Play(PlayedRecording recording) => new() { Recording = recording };

    public static Ruling Refuse(UnhandledRequestException refusal) => new() { Refusal = refusal };
}
