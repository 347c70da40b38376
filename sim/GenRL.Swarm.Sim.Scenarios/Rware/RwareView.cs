namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>
/// Writes what the robots see, robot by robot: x, y, whether it carries, four numbers of which its heading's is 1, whether it is on a corridor; then
/// row by row of the cells about it whether a robot is there, four numbers for its heading (up where there is none), its message, whether a shelf
/// is there, and whether it is wanted.
/// </summary>
internal sealed class RwareView
{
    /// <summary>Numbers that a robot sees of itself.</summary>
    private const int SelfSize = 8;

    private readonly RwareOptions _options;
    private readonly RwareMap _map;
    private readonly float[] _cells;
    private readonly int _width;
    private readonly int _pitch;

    /// <summary>What is seen on a map; it keeps nothing of what it sees, so worlds and threads may share it.</summary>
    public RwareView(RwareOptions options, RwareMap map)
    {
        (_options, _map, _width) = (options, map, (2 * options.SensorRange) + 1);
        _pitch = options.CellSize;
        _cells = new float[RwareFloor.CodeCount * _pitch];
        for (var code = 0; code < RwareFloor.CodeCount; code++)
        {
            var (robot, shelf, wanted) = RwareFloor.Meaning(code);
            var seen = _cells.AsSpan(code * _pitch, _pitch);
            seen[0] = robot is null ? 0f : 1f;
            seen[1 + (int)(robot ?? RwareFacing.Up)] = 1f;
            seen[^2] = shelf ? 1f : 0f;
            seen[^1] = wanted ? 1f : 0f;
        }
    }

    /// <summary>Writes what all robots see.</summary>
    public void Write(RwareFloor floor, ReadOnlySpan<RwareRobot> robots, ReadOnlySpan<float> messages, Span<float> observations)
    {
        var size = _options.ObservationSize;
        for (var i = 0; i < robots.Length; i++)
        {
            var seen = observations.Slice(i * size, size);
            WriteSelf(robots[i], seen[..SelfSize]);
            WriteCells(floor, robots[i].Cell, messages, seen[SelfSize..]);
        }
    }

    private void WriteSelf(RwareRobot robot, Span<float> seen)
    {
        var (x, y) = (_map.X(robot.Cell), _map.Y(robot.Cell));
        seen.Clear();
        seen[0] = _options.NormalisedCoordinates ? (float)(x / (_map.Columns - 1d)) : x;
        seen[1] = _options.NormalisedCoordinates ? (float)(y / (_map.Rows - 1d)) : y;
        seen[2] = robot.Shelf > 0 ? 1f : 0f;
        seen[3 + (int)robot.Facing] = 1f;
        seen[7] = _map.IsHighway(robot.Cell) ? 1f : 0f;
    }

    private void WriteCells(RwareFloor floor, int centre, ReadOnlySpan<float> messages, Span<float> seen)
    {
        var bits = _options.MessageBits;
        for (var row = -_options.SensorRange; row <= _options.SensorRange; row++)
        {
            var first = centre + (row * _map.Steps[1]) - _options.SensorRange;
            for (var cell = first; cell < first + _width; cell++)
            {
                _cells.AsSpan(floor.Codes[cell] * _pitch, _pitch).CopyTo(seen);
                if (bits > 0 && floor.Robots[cell] > 0)
                {
                    messages.Slice((floor.Robots[cell] - 1) * bits, bits).CopyTo(seen[5..]);
                }

                seen = seen[_pitch..];
            }
        }
    }
}
