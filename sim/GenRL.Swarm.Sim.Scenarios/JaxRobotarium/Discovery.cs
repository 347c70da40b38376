using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>Some robots find landmarks, others tag them; a landmark may be tagged before it was found.</summary>
internal sealed class Discovery : JaxRobotariumScenario
{
    private static readonly double[] Unseen = [-5d, -5d, -5d];

    private readonly DiscoveryOptions _rules;
    private readonly SpawnGrid _robots;
    private readonly SpawnGrid _places;
    private readonly double[] _sensed;
    private readonly double[] _tagged;
    private readonly double[] _success;
    private readonly double[] _sensedCount;
    private readonly double[] _taggedCount;

    /// <summary>The scenario; capability 0 is the radius of finding, 1 that of tagging, m.</summary>
    public Discovery(JaxRobotariumOptions options, Capabilities radii, DiscoveryOptions rules)
        : base(options, rules.Landmarks, radii)
    {
        _rules = rules;
        _robots = new SpawnGrid(Robots, 0.3, SpawnWidth / 3d, SpawnHeight);
        _places = new SpawnGrid(rules.Landmarks, 0.5, SpawnWidth, SpawnHeight);
        _sensed = State("landmark_sensed", rules.Landmarks);
        _tagged = State("landmark_tagged", rules.Landmarks);
        (_success, _sensedCount, _taggedCount) = (Figure("success_rate"), Figure("landmark_sensed"), Figure("landmark_tagged"));
    }

    /// <inheritdoc/>
    public override int ObservationSize => (3 * Robots) + Landmarks.Length + CapabilitiesSeen;

    private int Taggers => Math.Min(_rules.Tagging, Robots - _rules.Sensing);

    /// <inheritdoc/>
    public override void Reset(RandomStream random)
    {
        Spawn(_robots, random);
        _places.Draw(random);
        PlaceLandmarks(_places, random, 0, _rules.Landmarks);
        ResetCapabilities();
        Array.Clear(_sensed);
        Array.Clear(_tagged);
    }

    /// <summary>
    /// Tags are counted as the authors count them: over pairs of a tagging robot and a landmark, landmarks tagged before included. So two robots
    /// that tag one landmark together are paid twice, and the time penalty is left out only while such pairs are as many as the landmarks.
    /// </summary>
    public override void Update(ReadOnlySpan<int> actions, Span<double> rewards)
    {
        var (newlySensed, newPairs, pairs) = (0, 0, 0);
        (_sensedCount[0], _taggedCount[0]) = (0d, 0d);
        for (var l = 0; l < _rules.Landmarks; l++)
        {
            var (near, before) = (CountNear(l, _rules.Sensing, Taggers, 1), _tagged[l] != 0d);
            pairs += before ? Taggers : near;
            newPairs += before ? 0 : near;
            _tagged[l] = before || near > 0 ? 1d : 0d;
            if (_sensed[l] == 0d && CountNear(l, 0, _rules.Sensing, 0) > 0)
            {
                (_sensed[l], newlySensed) = (1d, newlySensed + 1);
            }

            _sensedCount[0] += _sensed[l];
            _taggedCount[0] += _tagged[l];
        }

        rewards.Fill((newlySensed * _rules.SenseShaping) + (newPairs * _rules.TagShaping) + (pairs == _rules.Landmarks ? 0d : _rules.TimeShaping));
        _success[0] = _taggedCount[0] == _rules.Landmarks ? 1d : 0d;
    }

    /// <inheritdoc/>
    public override void Observe(int robot, ref RowWriter row)
    {
        ObservePoses(robot, ref row);
        for (var l = 0; l < _rules.Landmarks; l++)
        {
            row.Add(_sensed[l] != 0d ? Landmark(l) : Unseen);
        }

        ObserveCapabilities(robot, ref row);
    }

    /// <inheritdoc/>
    public override Role RoleOf(int robot) => robot < _rules.Sensing ? Role.Robot : Role.Other;

    /// <inheritdoc/>
    public override void Draw(Scene scene)
    {
        for (var i = 0; i < Robots; i++)
        {
            scene.Disc(Role.Ray, Poses.X[i], Poses.Y[i], Capability(i, i < _rules.Sensing ? 0 : 1));
        }

        for (var l = 0; l < _rules.Landmarks; l++)
        {
            scene.Disc(_tagged[l] != 0d ? Role.Load : _sensed[l] != 0d ? Role.Goal : Role.Obstacle, LandmarkAt(l).X, LandmarkAt(l).Y, 0.04);
        }
    }

    private int CountNear(int landmark, int first, int count, int radius)
    {
        var near = 0;
        for (var i = first; i < first + count; i++)
        {
            near += Distance(i, LandmarkAt(landmark)) < Capability(i, radius) ? 1 : 0;
        }

        return near;
    }
}

/// <summary>Who discovers what, and what it pays.</summary>
/// <param name="Landmarks">Their number.</param>
/// <param name="Sensing">Robots that find: the first ones.</param>
/// <param name="Tagging">Robots that tag: those after them.</param>
/// <param name="SenseShaping">Per landmark found.</param>
/// <param name="TagShaping">Per pair of a robot and a landmark that it newly tags.</param>
/// <param name="TimeShaping">Per step.</param>
internal sealed record DiscoveryOptions(
    int Landmarks = 6, int Sensing = 2, int Tagging = 2, double SenseShaping = 1d, double TagShaping = 5d, double TimeShaping = -0.05);
