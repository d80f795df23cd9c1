using System.Security.Cryptography;
using Betamax.Formats;

namespace Betamax;

/// <summary>
/// Names an interaction by its content. Unlike a position, the name stays when interactions before it are added or removed.
/// The usage log that <c>BETAMAX_USAGE</c> asks for names recordings in this way.
/// </summary>
public static class InteractionHash
{
    private const int Length = 16;

    /// <summary>
    /// Computes the hash of an interaction as it is on the cassette: 32 hexadecimal digits. It is the same in every format, and
    /// equal interactions have equal hashes.
    /// </summary>
    /// <param name="interaction">The interaction, with its time and everything else.</param>
    public static string Compute(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        new InteractionLineWriter(hash.AppendData).Write(interaction);
        return Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, Length)).ToLowerInvariant();
    }
}
