// Says where a parcel is. It gets the answer from the carrier's API.
using System.Net.Http.Headers;
using Parcels;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient<Carrier>(client =>
{
    client.BaseAddress = new Uri("http://localhost:5005");
    client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", builder.Configuration["CarrierToken"] ?? "none");
});

var app = builder.Build();
app.MapGet("/parcels/{number}", async (string number, Carrier carrier) =>
    await carrier.Find(number) is { } shipment
        ? Results.Text(shipment.Delivered ? "It has arrived." : $"It is in {shipment.Place}.")
        : Results.NotFound());
await app.RunAsync();
