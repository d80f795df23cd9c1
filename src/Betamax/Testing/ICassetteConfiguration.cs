namespace Betamax.Testing;

/// <summary>Sets options that an attribute cannot express, such as placeholders and matchers.</summary>
public interface ICassetteConfiguration
{
    /// <summary>Changes the options of a test's cassette: <c>options with { … }</c>. Called before each test.</summary>
    /// <param name="options">The options before this step.</param>
    /// <returns>The changed options.</returns>
    CassetteOptions Configure(CassetteOptions options);
}
