using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Scenarios.Waypoints;

/// <summary>
/// Random starts with room between them, drawn as the Robotarium's simulator draws them (its generate_initial_conditions): different cells of a
/// grid about the origin. Cell 0 is left out and one beyond the last row is let in, as there.
/// </summary>
internal sealed class SpawnGrid
{
    private readonly double _spacing;
    private readonly double _width;
    private readonly double _height;
    private readonly int _rows;
    private readonly int[] _cells;

    /// <summary>A grid with room for <paramref name="count"/>.</summary>
    /// <param name="count">Starts that one draw needs.</param>
    /// <param name="spacing">Between neighbouring cells, m.</param>
    /// <param name="width">Along x, m.</param>
    /// <param name="height">Along y, m.</param>
    /// <exception cref="ScenarioException">There is no room.</exception>
    public SpawnGrid(int count, double spacing, double width, double height)
    {
        (_spacing, _width, _height) = (spacing, width, height);
        _rows = (int)Math.Floor(height / spacing);
        var cells = (int)Math.Floor(width / spacing) * _rows;
        if (cells <= count)
        {
            throw new ScenarioException($"agents: no room for {count} starts {spacing} m apart in {width} m x {height} m");
        }

        _cells = new int[cells];
    }

    /// <summary>Draws new cells; what was drawn before has no part in it.</summary>
    public void Draw(RandomStream random)
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i] = i + 1;
        }

        for (var i = 0; i < _cells.Length - 1; i++)
        {
            var other = i + random.NextInt32(_cells.Length - i);
            (_cells[i], _cells[other]) = (_cells[other], _cells[i]);
        }
    }

    /// <summary>The middle of the draw's cell <paramref name="index"/>.</summary>
    public Vector2D this[int index]
    {
        get
        {
            var (column, row) = Math.DivRem(_cells[index], _rows);
            return new Vector2D((column * _spacing) - (_width / 2d), (row * _spacing) - (_height / 2d));
        }
    }
}
