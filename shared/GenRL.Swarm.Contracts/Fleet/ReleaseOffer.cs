namespace GenRL.Swarm.Contracts.Fleet;

/// <summary>The release that a robot should run; latched on its <c>release-offer</c> topic, so that it holds for robots that come later.</summary>
/// <param name="Release">The release id, 64 hexadecimal digits.</param>
/// <param name="BaseUrl">Where to fetch it: <c>releases/{id}/manifest</c>, <c>releases/{id}/signature</c> and <c>artefacts/{sha256}</c> below this address, which ends in a slash.</param>
/// <param name="NotBeforeNanoseconds">The earliest time of the swap on the fleet's clock, nanoseconds; 0 for at once.</param>
public sealed record ReleaseOffer(string Release, string BaseUrl, long NotBeforeNanoseconds);
