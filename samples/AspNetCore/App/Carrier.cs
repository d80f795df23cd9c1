using System.Net;

namespace Parcels;

/// <summary>A client for the carrier's API.</summary>
public sealed class Carrier(HttpClient client)
{
    public async Task<Shipment?> Find(string number)
    {
        using var response = await client.GetAsync(new Uri($"/shipments/{Uri.EscapeDataString(number)}", UriKind.Relative));
        return response.StatusCode == HttpStatusCode.NotFound
            ? null
            : await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Shipment>();
    }
}

public sealed record Shipment(string Place, bool Delivered);
