using Betamax;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Parcels.Tests;

/// <summary>Stands in for the carrier while a cassette is recorded. This sample needs no external API.</summary>
internal static class CarrierStandIn
{
    /// <summary>Starts the stand-in if the recorder records; returns <see langword="null"/> if it plays.</summary>
    public static async Task<WebApplication?> StartFor(Recorder recorder)
    {
        if (!recorder.IsRecording)
        {
            return null;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://localhost:5005");
        var carrier = builder.Build();
        carrier.MapGet("/shipments/{number:int}", (int number) => number switch
        {
            7 => Results.Json(new Shipment("Graz", Delivered: true)),
            42 => Results.Json(new Shipment("Linz", Delivered: false)),
            _ => Results.NotFound(),
        });
        await carrier.StartAsync();
        return carrier;
    }
}
