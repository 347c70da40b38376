using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>Yaw rate, and acceleration ahead and to the left, of a robot. The velocity of the step before lies in memory: one object per robot.</summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed class Imu<V>
    where V : unmanaged, ILanes<V>
{
    private readonly int _body;
    private readonly int _first;
    private readonly V _perDt;
    private readonly Parameter<V> _gyroNoise;
    private readonly Parameter<V> _gyroBias;
    private readonly Parameter<V> _accelerationNoise;

    /// <summary>An inertial sensor on <paramref name="body"/>.</summary>
    /// <param name="body">The body.</param>
    /// <param name="dt">Time step, s.</param>
    /// <param name="memory">Four numbers are taken from it.</param>
    /// <param name="gyroNoise">Standard deviation, rad/s.</param>
    /// <param name="gyroBias">What the yaw rate is measured too great, rad/s.</param>
    /// <param name="accelerationNoise">Standard deviation, m/s^2.</param>
    public Imu(int body, double dt, MemoryMap memory, Parameter<V> gyroNoise = default, Parameter<V> gyroBias = default, Parameter<V> accelerationNoise = default)
    {
        ArgumentNullException.ThrowIfNull(memory);
        (_body, _first, _perDt) = (body, memory.Take(4), V.All(1d / dt));
        (_gyroNoise, _gyroBias, _accelerationNoise) = (gyroNoise, gyroBias, accelerationNoise);
    }

    /// <summary>The robot is at rest.</summary>
    public void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        for (var i = 0; i < 4; i++)
        {
            spawn.Set(ref tile.Memory(_first + i), V.All(0d));
        }
    }

    /// <summary>Called once a step, when bodies have moved.</summary>
    public void Advance(Tile<V> tile)
    {
        var (cos, sin) = (V.Cos(tile.Rotation(_body)), V.Sin(tile.Rotation(_body)));
        ref var lastX = ref tile.Memory(_first);
        ref var lastY = ref tile.Memory(_first + 1);
        var (ax, ay) = ((tile.VelocityX(_body) - lastX) * _perDt, (tile.VelocityY(_body) - lastY) * _perDt);
        (lastX, lastY) = (tile.VelocityX(_body), tile.VelocityY(_body));
        tile.Memory(_first + 2) = (ax * cos) + (ay * sin);
        tile.Memory(_first + 3) = (ay * cos) - (ax * sin);
    }

    /// <summary>What is read now: three numbers are added, yaw rate, rad/s, and mean acceleration over the step ahead and to the left, m/s^2.</summary>
    public void Read(Tile<V> tile, ref Row<V> row)
    {
        var rate = tile.Spin(_body) + _gyroBias.In(tile);
        row.Add(_gyroNoise.IsNil ? rate : rate + (tile.Gaussian() * _gyroNoise.In(tile)));
        var (ahead, left) = (tile.Memory(_first + 2), tile.Memory(_first + 3));
        if (!_accelerationNoise.IsNil)
        {
            var (first, second) = Noise.Pair(tile);
            ahead += first * _accelerationNoise.In(tile);
            left += second * _accelerationNoise.In(tile);
        }

        row.Add(ahead, left);
    }
}
