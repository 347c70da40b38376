using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Recording;

/// <summary>
/// Hashes worlds: the first 64 bits of SHA-256 over a world's whole state, streams of random numbers included, and what its agents see, earned, and
/// how the episode stands. One bit anywhere gives another hash.
/// </summary>
/// <param name="environment">Stays the caller's.</param>
public sealed class StateHash(IEnvironment environment)
{
    private readonly byte[] _state = new byte[environment.SnapshotSize];
    private readonly float[] _seen = new float[environment.Shape.ObservationsPerWorld + environment.Shape.Agents];

    /// <summary>The hash of every world as it stands.</summary>
    /// <param name="observations">Of the last reset or step.</param>
    /// <param name="rewards">Of the last step; zeros after a reset.</param>
    /// <param name="ends">Of the last step; none after a reset.</param>
    /// <param name="hashes">Written; one per world.</param>
    public void Of(ReadOnlySpan<float> observations, ReadOnlySpan<float> rewards, ReadOnlySpan<EpisodeEnd> ends, Span<ulong> hashes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var world = 0; world < hashes.Length; world++)
        {
            environment.Save(world, _state);
            Gather(world, observations, rewards);
            hash.AppendData(_state);
            hash.AppendData(MemoryMarshal.AsBytes<float>(_seen));
            hash.AppendData([(byte)ends[world]]);
            hash.GetHashAndReset(digest);
            hashes[world] = BinaryPrimitives.ReadUInt64BigEndian(digest);
        }
    }

    /// <summary>One world's numbers side by side, so that the hash does not depend on how many worlds a tile has.</summary>
    private void Gather(int world, ReadOnlySpan<float> observations, ReadOnlySpan<float> rewards)
    {
        var shape = environment.Shape;
        var next = 0;
        for (var agent = 0; agent < shape.Agents; agent++)
        {
            for (var number = 0; number < shape.ObservationSize(agent); number++)
            {
                _seen[next++] = observations[shape.ObservationIndex(world, agent, number)];
            }

            _seen[next++] = rewards[shape.RewardIndex(world, agent)];
        }
    }
}
