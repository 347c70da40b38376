using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Crowds;

/// <summary>A robot's lidar: evenly spaced rays from its centre, the first straight ahead, counter-clockwise; rays side by side in lanes.</summary>
/// <typeparam name="V">Lanes of float32.</typeparam>
public sealed class RayRing<V>
    where V : unmanaged, ILanes<V>
{
    private readonly V[] _cos;
    private readonly V[] _sin;
    private readonly V[] _distances;
    private readonly float[] _spare;
    private readonly int _rays;
    private readonly float _range;

    /// <summary>A ring of <paramref name="rays"/> rays.</summary>
    /// <param name="rays">Number of rays.</param>
    /// <param name="range">How far they see, m.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no ray, or the range is not a positive number.</exception>
    public RayRing(int rays, float range)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rays);
        if (!(range > 0f && float.IsFinite(range)))
        {
            throw new ArgumentOutOfRangeException(nameof(range), range, "must be a positive number");
        }

        (_rays, _range) = (rays, range);
        var vectors = (rays + V.Count - 1) / V.Count;
        (_cos, _sin, _distances) = (new V[vectors], new V[vectors], new V[vectors]);
        _spare = new float[V.Count];
        for (var ray = 0; ray < vectors * V.Count; ray++)
        {
            var (vector, lane) = Math.DivRem(ray, V.Count);
            _cos[vector] = V.With(_cos[vector], lane, Math.Cos(Math.Tau * ray / rays));
            _sin[vector] = V.With(_sin[vector], lane, Math.Sin(Math.Tau * ray / rays));
        }
    }

    /// <summary>Number of rays.</summary>
    public int Rays => _rays;

    /// <summary>All rays at full range.</summary>
    public void Clear() => Array.Fill(_distances, V.All(_range));

    /// <summary>Shortens the rays that meet a disc; from within it, those that look towards its centre's side to nil.</summary>
    /// <param name="ahead">Of its centre, in the robot's frame, m.</param>
    /// <param name="left">Of its centre, in the robot's frame, m.</param>
    /// <param name="radius">m.</param>
    public void Disc(float ahead, float left, float radius)
    {
        var (x, y, zero) = (V.All(ahead), V.All(left), V.All(0d));
        var squaredRadius = V.All(radius * radius);
        for (var i = 0; i < _distances.Length; i++)
        {
            var (hits, distance) = Sensors.Rays.Outline(x, y, squaredRadius, _cos[i], _sin[i]);
            _distances[i] = V.Select(hits, V.Min(V.Max(distance, zero), _distances[i]), _distances[i]);
        }
    }

    /// <summary>Shortens the rays that meet an endless wall.</summary>
    /// <param name="ahead">Of the unit vector from the robot towards the wall, in the robot's frame.</param>
    /// <param name="left">Of that vector.</param>
    /// <param name="distance">To the wall, m.</param>
    public void Wall(float ahead, float left, float distance)
    {
        if (distance > _range)
        {
            return;
        }

        var (x, y, far, zero) = (V.All(ahead), V.All(left), V.All(distance), V.All(0d));
        for (var i = 0; i < _distances.Length; i++)
        {
            var towards = (x * _cos[i]) + (y * _sin[i]);
            _distances[i] = V.Select(towards > zero, V.Min(far / towards, _distances[i]), _distances[i]);
        }
    }

    /// <summary>Writes the distances, m: as many as there are rays.</summary>
    public void CopyTo(Span<float> distances)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(distances.Length, _rays, nameof(distances));
        for (var i = 0; i < _distances.Length; i++)
        {
            var left = distances.Length - (i * V.Count);
            if (left >= V.Count)
            {
                V.Store(_distances[i], distances[(i * V.Count)..]);
            }
            else
            {
                V.Store(_distances[i], _spare);
                _spare.AsSpan(0, left).CopyTo(distances[(i * V.Count)..]);
            }
        }
    }
}
