using Betamax.Playback;

namespace Betamax.Recording.Traffic;

/// <summary>
/// Reads headers. Most messages have those of the message before them: these are kept once. Safe to use from any thread.
/// </summary>
internal sealed class HeadersBefore
{
    private RecordedHeaders _ofRequest = RecordedHeaders.Empty;
    private RecordedHeaders _ofResponse = RecordedHeaders.Empty;

    public RecordedHeaders Read(HttpRequestMessage request) => _ofRequest = MessageHeaders.Of(request, _ofRequest);

    public RecordedHeaders Read(HttpResponseMessage response) => _ofResponse = MessageHeaders.Of(response, _ofResponse);
}
