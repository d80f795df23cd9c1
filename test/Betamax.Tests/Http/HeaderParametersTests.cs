using Betamax.Http;

namespace Betamax.Tests.Http;

public sealed class HeaderParametersTests
{
    [Theory]
    [InlineData("a=1; b = 2 ;c", "a=1|b=2|c=")]
    [InlineData("a=\"x;y\"; b=2", "a=x;y|b=2")]
    [InlineData("a=\"x\\\"y\\\\\"; b=2", "a=x\"y\\|b=2")]
    [InlineData("a=\"x; b=2", "a=x|b=2")]
    [InlineData("a=\"x\\", "a=x\\")]
    [InlineData(";; =1; a=1;", "a=1")]
    [InlineData("", "")]
    public void Parameters_are_read_one_after_the_other(string text, string expected)
    {
        var read = new List<string>();
        var parameters = new HeaderParameters(text, ';');
        while (parameters.MoveNext())
        {
            read.Add($"{parameters.Name}={parameters.Value}");
        }

        Assert.Equal(expected, string.Join('|', read));
    }

    [Fact]
    public void A_parameter_is_found_by_its_name_in_any_case()
    {
        Assert.Equal("b", HeaderParameters.Find("Name=a; FILENAME=\"b\"", ';', "filename"));
        Assert.Null(HeaderParameters.Find("name=a", ';', "filename"));
    }
}
