namespace Betamax.Cassettes;

/// <summary>What a header's name says to whoever makes a message of it.</summary>
[Flags]
internal enum HeaderTraits : byte
{
    None = 0,

    /// <summary>.NET keeps it with the content, and nowhere else.</summary>
    OfContent = 1,

    ContentLength = 2,

    ContentEncoding = 4,

    SetCookie = 8,
}
