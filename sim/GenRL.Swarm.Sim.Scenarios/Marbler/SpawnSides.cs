using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>Robots start at the left, things lie at the right. As in MARBLER, the robots' limit also says where the things' strip lies.</summary>
internal sealed class SpawnSides
{
    private readonly SpawnGrid _right;
    private readonly double _rightMiddle;
    private readonly int _things;

    /// <summary>Two strips.</summary>
    /// <param name="options">Bounds and distances.</param>
    /// <param name="leftEdge">Right edge of the robots' strip, m.</param>
    /// <param name="rightEdge">Left edge of the things' strip, m.</param>
    /// <param name="things">Their number.</param>
    public SpawnSides(MarblerOptions options, double leftEdge, double rightEdge, int things)
    {
        var (leftWidth, rightWidth, height) = (leftEdge - options.Left, options.Right - rightEdge, options.Down - options.Up);
        Left = new SpawnGrid(options.Robots, options.StartDistance, leftWidth, height);
        LeftMiddle = leftEdge - (leftWidth / 2d);
        _right = new SpawnGrid(things, options.StepDistance, rightWidth, height);
        _rightMiddle = (rightWidth / 2d) - leftEdge;
        _things = things;
    }

    /// <summary>The robots' cells.</summary>
    public SpawnGrid Left { get; }

    /// <summary>Middle of the robots' strip, m.</summary>
    public double LeftMiddle { get; }

    /// <summary>Draws places for the things.</summary>
    /// <param name="random">Drawn from.</param>
    /// <param name="places">Written; x and y of each.</param>
    public void DrawRight(RandomStream random, Span<double> places)
    {
        _right.Draw(random);
        for (var i = 0; i < _things; i++)
        {
            (places[2 * i], places[(2 * i) + 1]) = (_right[i].X + _rightMiddle, _right[i].Y);
        }
    }
}
