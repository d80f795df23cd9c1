namespace Betamax;

/// <summary>The base class of all exceptions of this library, except argument exceptions.</summary>
public class BetamaxException : Exception
{
    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">What went wrong, where, and what to do about it.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public BetamaxException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
