using System.Net;

namespace Parcels;

/// <summary>The API of the carrier.</summary>
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
