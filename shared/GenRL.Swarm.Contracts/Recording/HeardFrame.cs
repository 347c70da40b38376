using System.Runtime.CompilerServices;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Recording;

/// <summary>An intention frame as it arrived: the bytes, checked or not, and when.</summary>
/// <param name="Arrived">When the frame arrived, on the receiver's clock.</param>
/// <param name="Bytes">The frame's bytes.</param>
public readonly record struct HeardFrame(Stamp Arrived, FrameBytes Bytes);

/// <summary>24 bytes.</summary>
[InlineArray(Wire.IntentionCodec.Length)]
public struct FrameBytes
{
    private byte _first;
}
