using System.Net;
using Betamax;
using Xunit;

namespace Parcels.Tests;

public sealed class ParcelTests(ParcelApplication application) : IClassFixture<ParcelApplication>
{
    private static readonly CassetteLibrary Library = new(Path.Combine(AppContext.BaseDirectory, "../../../Cassettes"));

    [Fact]
    public async Task A_parcel_on_its_way_is_somewhere()
    {
        await using var recorder = Library.UseCassette("on-its-way");
        await using var carrier = await CarrierStandIn.StartFor(recorder);

        Assert.Equal("It is in Linz.", await application.CreateClient().GetStringAsync(new Uri("/parcels/42", UriKind.Relative)));
    }

    [Fact]
    public async Task A_parcel_that_has_arrived_is_nowhere_else()
    {
        await using var recorder = Library.UseCassette("arrived");
        await using var carrier = await CarrierStandIn.StartFor(recorder);

        Assert.Equal("It has arrived.", await application.CreateClient().GetStringAsync(new Uri("/parcels/7", UriKind.Relative)));
    }

    [Fact]
    public async Task A_parcel_that_the_carrier_does_not_know_is_not_found()
    {
        await using var recorder = Library.UseCassette("unknown");
        await using var carrier = await CarrierStandIn.StartFor(recorder);

        using var response = await application.CreateClient().GetAsync(new Uri("/parcels/0", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
