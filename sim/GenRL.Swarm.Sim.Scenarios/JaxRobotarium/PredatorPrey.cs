using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>Robots hunt one prey, which jumps where the nearest of them would be farthest.</summary>
internal sealed class PredatorPrey : JaxRobotariumScenario
{
    private const int Directions = 8;
    private const int Strides = 4;
    private const double LeastStride = 0.05;

    private readonly PredatorPreyOptions _rules;
    private readonly SpawnGrid _grid;
    private readonly double[] _tags;
    private readonly double[] _tagged;

    /// <summary>The scenario.</summary>
    public PredatorPrey(JaxRobotariumOptions options, PredatorPreyOptions rules)
        : base(options, 1)
    {
        _rules = rules;
        _grid = new SpawnGrid(Robots + 1, 0.5, SpawnWidth, SpawnHeight);
        _tags = State("landmark_tagged", 1);
        _tagged = Figure("prey_tagged");
    }

    /// <inheritdoc/>
    public override int ObservationSize => 3 * (Robots + 1);

    /// <inheritdoc/>
    public override void Reset(RandomStream random)
    {
        Spawn(_grid, random, 1);
        _tags[0] = 0d;
    }

    /// <summary>The first of the best of eight directions by four strides.</summary>
    public override void MoveLandmarks()
    {
        var (from, best, most) = (LandmarkAt(0), LandmarkAt(0), double.NegativeInfinity);
        for (var d = 0; d < Directions; d++)
        {
            var (sin, cos) = Math.SinCos(d * (Math.Tau / Directions));
            for (var s = 0; s < Strides; s++)
            {
                var candidate = Inside(from + (Stride(s) * new Vector2D(cos, sin)));
                var distance = ToNearest(candidate);
                (best, most) = distance > most ? (candidate, distance) : (best, most);
            }
        }

        var prey = Landmark(0);
        (prey[0], prey[1], prey[2]) = (best.X, best.Y, 0d);
    }

    /// <inheritdoc/>
    public override void Update(ReadOnlySpan<int> actions, Span<double> rewards)
    {
        var caught = ToNearest(LandmarkAt(0)) < _rules.TagRadius ? 1d : 0d;
        _tags[0] += caught;
        _tagged[0] = _tags[0];
        rewards.Fill(caught * _rules.TagShaping);
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        ObservePoses(robot, ref row);
        row.Add(Landmark(0));
    }

    /// <inheritdoc/>
    public override void Draw(Scene scene)
    {
        for (var i = 0; i < Robots; i++)
        {
            scene.Disc(Role.Ray, Poses.X[i], Poses.Y[i], _rules.TagRadius);
        }

        scene.Disc(Role.Prey, LandmarkAt(0).X, LandmarkAt(0).Y, 0.075);
    }

    // The last one is the greatest itself, as numpy's linspace has it.
    private double Stride(int index) =>
        index == Strides - 1 ? _rules.PreyStep : (index * ((_rules.PreyStep - LeastStride) / (Strides - 1))) + LeastStride;

    private double ToNearest(Vector2D point)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < Robots; i++)
        {
            least = Math.Min(least, Distance(i, point));
        }

        return least;
    }
}

/// <summary>How the prey is hunted, and what it pays.</summary>
/// <param name="TagShaping">Per step with the prey caught.</param>
/// <param name="TagRadius">Within which a robot catches it, m.</param>
/// <param name="PreyStep">Its longest stride, m per step.</param>
internal sealed record PredatorPreyOptions(double TagShaping = 10d, double TagRadius = 0.2, double PreyStep = 0.3);
