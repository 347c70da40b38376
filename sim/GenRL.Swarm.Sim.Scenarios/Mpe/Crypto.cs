using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>Alice sends Bob, who shares a key with her, one of two messages; Eve listens and guesses. Nobody moves.</summary>
internal sealed record CryptoOptions : MpeOptions
{
    /// <inheritdoc/>
    public override MpeScenario<V> Make<V>() => new Crypto<V>(this);
}

/// <inheritdoc cref="CryptoOptions"/>
internal sealed class Crypto<V>(CryptoOptions options) : MpeScenario<V>(
    options,
    channels: 4,
    [
        new MpeEntity("eve_0", 0.05) { Silent = false, Adversary = true, Colour = [0.75, 0.25, 0.25] },
        new MpeEntity("bob_0", 0.05) { Silent = false, Colour = [0d, 0d, 0d, 0d] },
        new MpeEntity("alice_0", 0.05) { Silent = false, Speaker = true },
    ],
    [new MpeEntity("landmark 0", 0.05) { Colour = [1d, 0d, 0d, 0d] }, new MpeEntity("landmark 1", 0.05) { Colour = [0d, 1d, 0d, 0d] }])
    where V : unmanaged, ILanes<V>
{
    private const int Eve = 0;
    private const int Bob = 1;
    private const int Alice = 2;
    private const int Secret = 0;
    private const int Key = 1;

    /// <summary>The message and the key, both as landmarks' colours.</summary>
    public override int Goals => 2;

    /// <inheritdoc/>
    public override IReadOnlyList<int> ObservationSizes { get; } = [4, 8, 8];

    /// <inheritdoc/>
    public override Role RoleOf(int body) => body == Alice ? Role.Other : base.RoleOf(body);

    /// <inheritdoc/>
    public override void Paint(Tile<V> tile, int body, Span<V> colour)
    {
        if (body == Bob)
        {
            SeeColour(Goal(tile, Secret), colour);
        }
        else
        {
            base.Paint(tile, body, colour);
        }
    }

    /// <inheritdoc/>
    public override void Observe(Tile<V> tile, Span<V> observations)
    {
        var said = MessageOf(Alice);
        var seen = SeeMessage(tile, said, observations);
        seen = SeeMessage(tile, said, SeeColour(Goal(tile, Key), seen));
        SeeColour(Goal(tile, Key), SeeColour(Goal(tile, Secret), seen));
    }

    /// <inheritdoc/>
    protected override V Score(Tile<V> tile, Span<V> rewards)
    {
        Span<V> secret = stackalloc V[Channels];
        SeeColour(Goal(tile, Secret), secret);
        var (eve, bob) = (Error(tile, Eve, secret), Error(tile, Bob, secret));
        rewards.Fill(eve - bob);
        rewards[Eve] = -eve;
        return None;
    }

    /// <summary>How far what an agent said is from the message; nil where it said nothing.</summary>
    private V Error(Tile<V> tile, int agent, ReadOnlySpan<V> secret)
    {
        var (error, size, at) = (V.All(0d), V.All(0d), MessageOf(agent));
        for (var i = 0; i < secret.Length; i++)
        {
            var d = tile.Memory(at + i) - secret[i];
            error += d * d;
            size += V.Abs(tile.Memory(at + i));
        }

        return V.Select(size > V.All(0d), error, V.All(0d));
    }
}
