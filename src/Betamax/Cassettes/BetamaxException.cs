namespace Betamax;

/// <summary>What every error of this library derives from, but for arguments that are wrong in themselves.</summary>
public class BetamaxException : Exception
{
    /// <summary>Makes an error with a message, and with what caused it where something did.</summary>
    /// <param name="message">What went wrong, where, and what to do about it.</param>
    /// <param name="innerException">What caused it.</param>
    public BetamaxException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
