using System.Runtime.Intrinsics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// Who sees whom: what is nearer than the range of sight, in the cone where there are cones, and, of the other team, only whom the unit was told of.
/// An enemy in some driven unit's view for the first time becomes known to that unit, and to each teammate with the chance of the options; who is not
/// told then never sees it in this episode (SMACv2's extended partial observability).
/// </summary>
internal sealed class Sight
{
    private readonly SkirmishOptions _options;
    private readonly Cone _cone;
    private readonly int _driven;
    private readonly int _stride;
    private readonly bool[] _spotted;
    private readonly int[] _known;
    private readonly bool[] _hidden;

    /// <summary>Sight of the units below <paramref name="driven"/>.</summary>
    public Sight(SkirmishOptions options, Cone cone, Units units, int driven)
    {
        (_options, _cone, _driven, _stride) = (options, cone, driven, units.Padded);
        (Seen, X, Y) = (new int[_stride], new float[_stride], new float[_stride]);
        _spotted = new bool[Tells ? units.Count : 0];
        _known = new int[Tells ? driven * _stride : 0];
        _hidden = new bool[options.HiddenTraits > 0f ? driven * _stride : 0];
    }

    private bool Tells => _options.SharedSight < 1f;

    /// <summary>Starts an episode: nobody is known, and who hides what is drawn.</summary>
    public void Reset(Units units, RandomStream random)
    {
        _spotted.AsSpan().Clear();
        _known.AsSpan().Clear();
        if (_hidden.Length > 0)
        {
            for (var i = 0; i < _driven; i++)
            {
                var other = i < units.Allies ? 1 : 0;
                for (var j = units.First(other); j < units.End(other); j++)
                {
                    _hidden[(i * _stride) + j] = random.NextSingle() < _options.HiddenTraits;
                }
            }
        }
    }

    /// <summary>Tells of the enemies that have come into view, as the units stand now.</summary>
    public void Spot(Units units, RandomStream random)
    {
        for (var i = 0; Tells && i < _driven; i++)
        {
            if (!(units.Health[i] > 0f))
            {
                continue;
            }

            var team = i < units.Allies ? 0 : 1;
            View(units, i, deadToo: false);
            for (var j = units.First(1 - team); j < units.End(1 - team); j++)
            {
                if (Seen[j] != 0 && !_spotted[j])
                {
                    _spotted[j] = true;
                    Tell(units, i, team, j, random);
                }
            }
        }
    }

    /// <summary>For each unit all bits if it is seen by who looked last, else none; the looker's own entry means nothing.</summary>
    public int[] Seen { get; }

    /// <summary>Where each unit is for who looked last, over the range of sight; 0 for those unseen.</summary>
    public float[] X { get; }

    /// <summary>Where each unit is for who looked last, over the range of sight; 0 for those unseen.</summary>
    public float[] Y { get; }

    /// <summary>Has a living unit look around.</summary>
    /// <param name="units">Read.</param>
    /// <param name="unit">Its index.</param>
    /// <param name="deadToo">Whether the dead are seen.</param>
    public void Look(Units units, int unit, bool deadToo)
    {
        View(units, unit, deadToo);
        if (Tells)
        {
            var other = unit < units.Allies ? 1 : 0;
            for (var j = units.First(other); j < units.End(other); j++)
            {
                if (_known[(unit * _stride) + j] == 0)
                {
                    Miss(j);
                }
            }
        }
    }

    /// <summary>Whether health and type of <paramref name="other"/> are hidden from <paramref name="unit"/>.</summary>
    public bool Hides(int unit, int other) => _hidden.Length > 0 && _hidden[(unit * _stride) + other];

    /// <summary>Moves the fields that the future depends on.</summary>
    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(_spotted.AsSpan());
        snapshot.Move(_known.AsSpan());
        snapshot.Move(_hidden.AsSpan());
    }

    private void View(Units units, int unit, bool deadToo)
    {
        var (x, y, sight) = (Vector256.Create(units.X[unit]), Vector256.Create(units.Y[unit]), Vector256.Create(units.Sight[unit]));
        for (var j = 0; j < _stride; j += Units.Block)
        {
            var (dx, dy) = (Units.Load(units.X, j) - x, Units.Load(units.Y, j) - y);
            var seen = Vector256.LessThan(Vector256.Sqrt((dx * dx) + (dy * dy)), sight);
            if (!deadToo)
            {
                seen &= Vector256.GreaterThan(Units.Load(units.Health, j), Vector256<float>.Zero);
            }

            seen.AsInt32().CopyTo(Seen.AsSpan(j, Units.Block));
            Units.Store(dx / sight & seen, X, j);
            Units.Store(dy / sight & seen, Y, j);
        }

        for (var j = 0; _options.View == FieldOfView.Cone && j < units.Count; j++)
        {
            if (!_cone.Holds(units, unit, j))
            {
                Miss(j);
            }
        }
    }

    private void Miss(int unit) => (Seen[unit], X[unit], Y[unit]) = (0, 0f, 0f);

    private void Tell(Units units, int spotter, int team, int spotted, RandomStream random)
    {
        for (var mate = units.First(team); mate < units.End(team); mate++)
        {
            if (mate == spotter || random.NextSingle() < _options.SharedSight)
            {
                _known[(mate * _stride) + spotted] = -1;
            }
        }
    }
}
