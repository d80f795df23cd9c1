namespace Betamax.Cassettes;

/// <summary>One member of a JSON object that the format does not name.</summary>
/// <param name="After">The known member that it follows; <see langword="null"/> = it stands before all of them.</param>
/// <param name="Name">Its key.</param>
/// <param name="Json">Its value, on one line and without white space; numbers are as they were written.</param>
internal sealed record UnknownMember(string? After, string Name, string Json);
