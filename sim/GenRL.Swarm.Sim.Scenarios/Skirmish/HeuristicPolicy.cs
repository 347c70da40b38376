using System.Numerics;
using System.Runtime.Intrinsics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// SMAX's scripted player of one team. A unit that has targets in range attacks: the one it attacked last as long as it can, else by the choice of
/// the options. Otherwise it walks towards a living enemy in its sight, drawn anew each step, or, seeing none, to its start's mirror point through
/// the map's centre.
/// </summary>
internal sealed class HeuristicPolicy(SkirmishOptions options, int team)
{
    private readonly float[] _goalX = new float[Size(options, team)];
    private readonly float[] _goalY = new float[Size(options, team)];
    private readonly int[] _last = new int[Size(options, team)];
    private bool _started;

    /// <summary>Forgets the last episode.</summary>
    public void Reset() => _started = false;

    /// <summary>Gives all units of the team their orders for a step.</summary>
    public void Command(Units units, Orders orders, RandomStream random)
    {
        if (!_started)
        {
            Start(units);
        }

        for (var i = units.First(team); i < units.End(team); i++)
        {
            // The dead observe zeros, so they take themselves to be at the origin; sections, which show the dead, show that order, as SMAX's do.
            var k = i - units.First(team);
            orders.Give(units, i, units.Health[i] > 0f ? Choose(units, i, random) : Towards(_goalX[k], _goalY[k]));
        }
    }

    /// <summary>Moves the fields that the future depends on.</summary>
    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(ref _started);
        snapshot.Move(_goalX.AsSpan());
        snapshot.Move(_goalY.AsSpan());
        snapshot.Move(_last.AsSpan());
    }

    private void Start(Units units)
    {
        _started = true;
        for (var i = units.First(team); i < units.End(team); i++)
        {
            var k = i - units.First(team);
            (_goalX[k], _goalY[k], _last[k]) = (options.Width - units.X[i], options.Height - units.Y[i], -1);
        }
    }

    private int Choose(Units units, int unit, RandomStream random)
    {
        var k = unit - units.First(team);
        var first = units.First(1 - team);
        var (seen, inRange) = Look(units, unit);
        if (inRange == 0)
        {
            _last[k] = -1;
        }
        else if (_last[k] < 0 || (inRange & Bit(_last[k] - first)) == 0)
        {
            _last[k] = first + (options.EnemyTargets == TargetChoice.Random ? Any(inRange, random) : Closest(units, unit, inRange));
        }

        if (inRange != 0 && options.EnemyShoots)
        {
            return options.FirstAttack + units.Number(team, _last[k]);
        }

        if (seen == 0)
        {
            return Towards(_goalX[k] - units.X[unit], _goalY[k] - units.Y[unit]);
        }

        var prey = first + Any(seen, random);
        return Towards(units.X[prey] - units.X[unit], units.Y[prey] - units.Y[unit]);
    }

    // Bit k: the other team's unit k is alive and in sight; the same and in range.
    private (ulong Seen, ulong InRange) Look(Units units, int unit)
    {
        var first = units.First(1 - team);
        var count = units.End(1 - team) - first;
        var (x, y) = (Vector256.Create(units.X[unit]), Vector256.Create(units.Y[unit]));
        var (sight, range) = (Vector256.Create(units.Sight[unit]), Vector256.Create(units.Range[unit]));
        var (seen, inRange) = (0ul, 0ul);
        for (var k = 0; k < count; k += Units.Block)
        {
            var (dx, dy) = (Units.Load(units.X, first + k) - x, Units.Load(units.Y, first + k) - y);
            var distance = Vector256.Sqrt((dx * dx) + (dy * dy));
            var alive = Vector256.GreaterThan(Units.Load(units.Health, first + k), Vector256<float>.Zero);
            var visible = alive & Vector256.LessThan(distance, sight);
            seen |= (ulong)visible.ExtractMostSignificantBits() << k;
            inRange |= (ulong)(visible & Vector256.LessThan(distance, range)).ExtractMostSignificantBits() << k;
        }

        var others = count == 64 ? ulong.MaxValue : Bit(count) - 1; // the last block may hold units of one's own team
        return (seen & others, inRange & others);
    }

    private int Closest(Units units, int unit, ulong inRange)
    {
        var first = units.First(1 - team);
        var (closest, least) = (0, float.PositiveInfinity);
        for (var number = 0; number < units.End(1 - team) - first; number++)
        {
            var other = units.Target(team, number);
            var (dx, dy) = (units.X[other] - units.X[unit], units.Y[other] - units.Y[unit]);
            var square = (dx * dx) + (dy * dy);
            if ((inRange & Bit(other - first)) != 0 && square < least)
            {
                (closest, least) = (other - first, square);
            }
        }

        return closest;
    }

    // The number of one of the bits, each as likely.
    private static int Any(ulong bits, RandomStream random)
    {
        for (var skip = random.NextInt32(BitOperations.PopCount(bits)); skip > 0; skip--)
        {
            bits &= bits - 1;
        }

        return BitOperations.TrailingZeroCount(bits);
    }

    // The move that is most alike; among equals the first.
    private static int Towards(float dx, float dy)
    {
        var (choice, most) = (0, dy);
        if (dx > most)
        {
            (choice, most) = (1, dx);
        }

        if (-dy > most)
        {
            (choice, most) = (2, -dy);
        }

        return -dx > most ? 3 : choice;
    }

    private static int Size(SkirmishOptions options, int team) => (team == 0 ? options.Allies : options.Enemies).Length;

    private static ulong Bit(int number) => 1ul << number;
}
