using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>
/// Where a robot believes it is. It adds up its own motion, turned by its compass's error and stretched by a scale error, and walks off besides; what it reads has white
/// noise on top. The error lies in memory: one object per robot.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed class Odometry<V>
    where V : unmanaged, ILanes<V>
{
    private const int ErrorX = 0;
    private const int ErrorY = 1;
    private const int LastX = 2;
    private const int LastY = 3;
    private const int Count = 4;

    private readonly OdometrySpec<V> _spec;
    private readonly int _body;
    private readonly int _first;
    private readonly V _rootDt;

    /// <summary>Odometry of <paramref name="body"/>.</summary>
    /// <param name="spec">How wrong it is.</param>
    /// <param name="body">The body.</param>
    /// <param name="dt">Time step, s.</param>
    /// <param name="memory">Four numbers are taken from it.</param>
    public Odometry(OdometrySpec<V> spec, int body, double dt, MemoryMap memory)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(memory);
        (_spec, _body, _first, _rootDt) = (spec, body, memory.Take(Count), V.All(Math.Sqrt(dt)));
    }

    /// <summary>The robot knows where it is when an episode begins. Called after it was set down.</summary>
    public void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        spawn.Set(ref At(tile, ErrorX), V.All(0d));
        spawn.Set(ref At(tile, ErrorY), V.All(0d));
        spawn.Set(ref At(tile, LastX), tile.X(_body));
        spawn.Set(ref At(tile, LastY), tile.Y(_body));
    }

    /// <summary>Adds up one step's motion: called once a step, when bodies have moved.</summary>
    public void Advance(Tile<V> tile)
    {
        var (dx, dy) = (tile.X(_body) - At(tile, LastX), tile.Y(_body) - At(tile, LastY));
        (At(tile, LastX), At(tile, LastY)) = (tile.X(_body), tile.Y(_body));
        if (!_spec.HeadingBias.IsNil || !_spec.ScaleError.IsNil)
        {
            var (turn, scale) = (_spec.HeadingBias.In(tile), V.All(1d) + _spec.ScaleError.In(tile));
            var (cos, sin) = (V.Cos(turn) * scale, V.Sin(turn) * scale);
            At(tile, ErrorX) += (dx * cos) - (dy * sin) - dx;
            At(tile, ErrorY) += (dx * sin) + (dy * cos) - dy;
        }

        if (!_spec.Walk.IsNil)
        {
            var (x, y) = Noise.Pair(tile);
            var size = _spec.Walk.In(tile) * _rootDt;
            At(tile, ErrorX) += x * size;
            At(tile, ErrorY) += y * size;
        }
    }

    /// <summary>Where the robot believes to be along x, m, without the noise of a reading.</summary>
    public V BelievedX(Tile<V> tile) => tile.X(_body) + At(tile, ErrorX);

    /// <summary>Where the robot believes to be along y, m.</summary>
    public V BelievedY(Tile<V> tile) => tile.Y(_body) + At(tile, ErrorY);

    /// <summary>What is read now: believed position, m, and measured velocity, m/s.</summary>
    /// <param name="tile">Read; its streams of random numbers move on.</param>
    /// <param name="row">Four numbers are added: x, y, vx, vy.</param>
    public void Read(Tile<V> tile, ref Row<V> row)
    {
        var (x, y) = (BelievedX(tile), BelievedY(tile));
        Blur(tile, ref x, ref y, _spec.PositionNoise);
        row.Add(x, y);
        (x, y) = (tile.VelocityX(_body), tile.VelocityY(_body));
        Blur(tile, ref x, ref y, _spec.VelocityNoise);
        row.Add(x, y);
    }

    private static void Blur(Tile<V> tile, ref V x, ref V y, Parameter<V> deviation)
    {
        if (!deviation.IsNil)
        {
            var (first, second) = Noise.Pair(tile);
            x += first * deviation.In(tile);
            y += second * deviation.In(tile);
        }
    }

    private ref V At(Tile<V> tile, int number) => ref tile.Memory(_first + number);
}
