using System.Runtime.CompilerServices;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Recording;

/// <summary>An intention frame as it arrived: the bytes, checked or not, when, and what was known then of who sent it.</summary>
/// <param name="Arrived">When the frame arrived, on the receiver's clock.</param>
/// <param name="Bytes">The frame's bytes.</param>
/// <param name="Sender">What its sender's latest HELLO had said by then; null when none had been heard.</param>
public readonly record struct HeardFrame(Stamp Arrived, FrameBytes Bytes, Introduction? Sender);

/// <summary>What a tick uses of a neighbour's HELLO.</summary>
/// <param name="Codebook">Hash of its token codebook.</param>
/// <param name="Radius">Its radius, metres, positive.</param>
public readonly record struct Introduction(uint Codebook, float Radius);

/// <summary>24 bytes.</summary>
[InlineArray(Wire.IntentionCodec.Length)]
public struct FrameBytes
{
    private byte _first;
}
