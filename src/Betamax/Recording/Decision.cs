namespace Betamax.Recording;

/// <summary>What a session decides about one request. At most one value is set. If none is, the request is recorded.</summary>
internal readonly record struct Decision
{
    public static Decision Record => default;

    public static Decision NeedBody => new() { NeedsBody = true };

    /// <summary>The body is needed for the decision. Read it and ask again.</summary>
    public bool NeedsBody { get; private init; }

    /// <summary>The interaction to play.</summary>
    public Interaction? Recording { get; private init; }

    /// <summary>The position of the interaction to play among those of the cassette.</summary>
    public int Index { get; private init; }

    /// <summary>Why the request is refused.</summary>
    public UnhandledRequestException? Refusal { get; private init; }

    public static Decision Play(int index, Interaction recording) => new() { Recording = recording, Index = index };

    public static Decision Refuse(UnhandledRequestException refusal) => new() { Refusal = refusal };
}
