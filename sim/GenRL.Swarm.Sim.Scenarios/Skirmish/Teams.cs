using System.Collections.Immutable;
using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>Says what each unit is.</summary>
internal sealed class Teams(SkirmishOptions options)
{
    private readonly ImmutableArray<float> _weights = options.TypeWeights;
    private readonly float _total = options.TypeWeights.Sum();

    /// <summary>
    /// The types of the options, or drawn ones: every ally's by the weights, enemy k's that of ally k, and what enemies there are beyond that again by
    /// the weights (SMACv2's weighted teams; SMAX draws these last too, but then leaves them marines. None of its maps has such).
    /// </summary>
    public void Assign(Units units, RandomStream random)
    {
        for (var i = 0; i < units.Count; i++)
        {
            var enemy = i - units.Allies;
            units.Type[i] = !options.RandomTypes ? (int)(enemy < 0 ? options.Allies[i] : options.Enemies[enemy])
                : enemy >= 0 && enemy < units.Allies ? units.Type[enemy]
                : Draw(random);
        }
    }

    private int Draw(RandomStream random)
    {
        var rest = random.NextSingle() * _total;
        var last = 0;
        for (var type = 0; type < _weights.Length; type++)
        {
            if (_weights[type] > 0f)
            {
                last = type;
                rest -= _weights[type];
                if (rest < 0f)
                {
                    return type;
                }
            }
        }

        return last; // what rounding left over
    }
}
