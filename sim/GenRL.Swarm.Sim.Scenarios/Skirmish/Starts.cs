using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// Says where each unit starts: SMAX's rules, of which the random ones are its reading of SMACv2's start positions. A unit may start off the map, near
/// a corner, and then dies in the first tick, as it does there.
/// </summary>
internal sealed class Starts(SkirmishOptions options)
{
    // Half the side of the square that a group is scattered over, m.
    private const float Scatter = 2f;
    private const int Groups = 4;

    private readonly float[] _shares = new float[Groups];

    /// <summary>Draws all positions.</summary>
    public void Place(Units units, RandomStream random)
    {
        switch (options.Starts)
        {
            case StartPositions.Facing:
                Gather(units, 0, options.Width / 4f, random);
                Gather(units, 1, options.Width / 4f * 3f, random);
                break;
            case StartPositions.Reflect:
                Reflect(units, random);
                break;
            case StartPositions.Surround:
                Surround(units, random);
                break;
            default:
                if (random.NextSingle() < 0.5f)
                {
                    Surround(units, random);
                }
                else
                {
                    Reflect(units, random);
                }

                break;
        }
    }

    private void Gather(Units units, int team, float x, RandomStream random)
    {
        for (var i = units.First(team); i < units.End(team); i++)
        {
            Put(units, i, x, options.Height / 2f, random);
        }
    }

    private void Reflect(Units units, RandomStream random)
    {
        for (var i = 0; i < units.Count; i++)
        {
            var image = i - units.Allies;
            if (image < 0 || image >= units.Allies)
            {
                units.X[i] = (random.NextSingle() * options.Width / 2f) + (image < 0 ? 0f : options.Width / 2f);
                units.Y[i] = random.NextSingle() * options.Height;
            }
            else
            {
                units.X[i] = options.Width - units.X[image];
                units.Y[i] = units.Y[image];
            }
        }
    }

    private void Surround(Units units, RandomStream random)
    {
        var inside = random.NextInt32(2);
        Gather(units, inside, options.Width / 2f, random);
        for (var group = 0; group < Groups; group++)
        {
            _shares[group] = random.NextSingle();
        }

        for (var i = units.First(1 - inside); i < units.End(1 - inside); i++)
        {
            var group = random.NextInt32(Groups);
            var share = _shares[group];
            var cornerX = group < 2 ? 0f : options.Width;
            var cornerY = group % 2 == 0 ? 0f : options.Height;
            var x = (share * options.Width / 2f) + ((1f - share) * cornerX);
            var y = (share * options.Height / 2f) + ((1f - share) * cornerY);
            Put(units, i, x, y, random);
        }
    }

    private static void Put(Units units, int unit, float x, float y, RandomStream random)
    {
        units.X[unit] = x + random.NextSingle(-Scatter, Scatter);
        units.Y[unit] = y + random.NextSingle(-Scatter, Scatter);
    }
}
