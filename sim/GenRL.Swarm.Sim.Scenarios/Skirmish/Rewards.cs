namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// A team's reward of a step, the same for all of its units, dead or alive: the health that the other team lost, each unit's as share of its full
/// health, over the other team's size; and the bonus if the other team is beaten and one's own is not. If rewards sum to zero there is nothing for
/// damage, and the bonus is lost by who is beaten alone.
/// </summary>
internal sealed class Rewards(SkirmishOptions options, int count)
{
    private readonly float[] _before = new float[count];

    /// <summary>Remembers everybody's health.</summary>
    public void Begin(Units units) => units.Health.AsSpan(0, units.Count).CopyTo(_before);

    /// <summary>The reward of <paramref name="team"/> for what happened since.</summary>
    /// <param name="units">As they are now.</param>
    /// <param name="team">0 for allies, 1 for enemies.</param>
    /// <param name="beaten">Whether nobody of it is left.</param>
    /// <param name="wins">Whether nobody of the other is left.</param>
    public float Of(Units units, int team, bool beaten, bool wins)
    {
        var reward = options.ZeroSum ? 0f : Damage(units, 1 - team);
        if (beaten != wins)
        {
            reward += wins ? options.WinBonus : options.ZeroSum ? -options.WinBonus : 0f;
        }

        return reward;
    }

    private float Damage(Units units, int team)
    {
        var sum = 0f;
        for (var i = units.First(team); i < units.End(team); i++)
        {
            if (units.Health[i] != _before[i])
            {
                sum += (units.Health[i] - _before[i]) / units.FullHealth[i];
            }
        }

        return MathF.Abs(sum) / (units.End(team) - units.First(team));
    }
}
