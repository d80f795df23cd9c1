namespace Betamax.Cassettes;

/// <summary>A member of a JSON object that the format does not know.</summary>
/// <param name="After">The key of the known member that it follows; <see langword="null"/> if it comes before all of them.</param>
/// <param name="Name">Its key.</param>
/// <param name="Json">Its value, on one line and without white space; numbers are as written.</param>
internal sealed record UnknownMember(string? After, string Name, string Json);
