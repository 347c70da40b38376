using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>Turns actions into what a unit is to do during a step.</summary>
internal sealed class Orders(SkirmishOptions options, Cone cone)
{
    /// <summary>The choice to do nothing; those before it move up, right, down, left.</summary>
    public const int Stop = 4;

    /// <summary>Numbers of a continuous action.</summary>
    public const int Numbers = 4;

    /// <summary>How many choices a unit of <paramref name="team"/> has.</summary>
    public int Choices(int team) => options.FirstAttack + (team == 0 ? options.Enemies : options.Allies).Length;

    /// <summary>One choice; what is not a whole number of the choices is a stop.</summary>
    public void Give(Units units, int unit, float action)
    {
        var choice = (int)action;
        Give(units, unit, choice == action && (uint)choice < (uint)Choices(unit < units.Allies ? 0 : 1) ? choice : Stop);
    }

    /// <summary>One choice, a sound one.</summary>
    public void Give(Units units, int unit, int choice)
    {
        (units.MoveX[unit], units.MoveY[unit]) = choice switch
        {
            0 => (0f, 1f),
            1 => (1f, 0f),
            2 => (0f, -1f),
            3 => (-1f, 0f),
            _ => (0f, 0f),
        };
        units.Attack[unit] = choice >= options.FirstAttack ? choice : 0;
        if (choice > Stop && choice < options.FirstAttack)
        {
            cone.Turn(units, unit, choice - Stop - 1);
        }
    }

    /// <summary>
    /// Four numbers, each taken into [0, 1], what is no number as 0. With the chance of the second the unit moves, along the fourth in turns, at the
    /// third as share of its speed; else it attacks: with the chance of the first the unit of the other team, dead or alive, nearest to the point that
    /// lies the third in metres along the fourth, else again what it attacked last.
    /// </summary>
    public void Give(Units units, int unit, ReadOnlySpan<float> action, RandomStream random)
    {
        var (turnY, turnX) = MathF.SinCos(MathF.Tau * Share(action[3]));
        var reach = Share(action[2]);
        var (x, y) = (reach * turnX, reach * turnY);
        var moves = random.NextSingle() < Share(action[1]);
        var repeats = random.NextSingle() >= Share(action[0]);
        (units.MoveX[unit], units.MoveY[unit]) = moves ? (x, y) : (0f, 0f);
        units.Attack[unit] = moves ? 0 : repeats ? units.Attack[unit] : Nearest(units, unit, units.X[unit] + x, units.Y[unit] + y);
    }

    private int Nearest(Units units, int unit, float x, float y)
    {
        var team = unit < units.Allies ? 0 : 1;
        var (nearest, least) = (0, float.PositiveInfinity);
        for (var other = units.First(1 - team); other < units.End(1 - team); other++)
        {
            var (dx, dy) = (units.X[other] - x, units.Y[other] - y);
            var square = (dx * dx) + (dy * dy);
            if (square < least)
            {
                (nearest, least) = (other, square);
            }
        }

        return options.FirstAttack + units.Number(team, nearest);
    }

    private static float Share(float number) => number > 0f ? Math.Min(number, 1f) : 0f;
}
