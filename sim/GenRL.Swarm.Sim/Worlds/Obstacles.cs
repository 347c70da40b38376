using System.Numerics;

namespace GenRL.Swarm.Sim.Worlds;

/// <summary>The solid things of a <see cref="WorldDescription"/>, checked once and laid out for speed: contact and ray casting. Immutable.</summary>
internal sealed class Obstacles
{
    private readonly Vector2 _half;
    private readonly WallSegment[] _walls;
    private readonly StaticDisc[] _discs;

    /// <summary>Takes over <paramref name="description"/>.</summary>
    /// <exception cref="ArgumentException">A number is not finite, or a size is not positive; the message names it.</exception>
    public Obstacles(WorldDescription description)
    {
        Require(description.ArenaHalfSize is { X: > 0f, Y: > 0f } && IsFinite(description.ArenaHalfSize), nameof(WorldDescription.ArenaHalfSize));
        Require(description.Walls.All(wall => IsFinite(wall.From) && IsFinite(wall.To)), nameof(WorldDescription.Walls));
        Require(description.Discs.All(disc => IsFinite(disc.Centre) && float.IsFinite(disc.Radius) && disc.Radius > 0f), nameof(WorldDescription.Discs));
        _half = description.ArenaHalfSize;
        _walls = [.. description.Walls];
        _discs = [.. description.Discs];
    }

    /// <summary>
    /// Stops a disc that has run into something: moves it out along the shortest way and takes the part of its velocity that leads in.
    /// </summary>
    /// <returns>Whether it touched anything.</returns>
    public bool Stop(float radius, ref Vector2 position, ref Vector2 velocity)
    {
        var touched = false;
        foreach (ref readonly var wall in _walls.AsSpan())
        {
            touched |= StopAt(Closest(wall, position), radius, Normal(wall), ref position, ref velocity);
        }

        foreach (ref readonly var disc in _discs.AsSpan())
        {
            touched |= StopAt(disc.Centre, radius + disc.Radius, Vector2.UnitX, ref position, ref velocity);
        }

        // The arena last: whatever happened inside, nothing leaves it.
        var limit = _half - new Vector2(radius);
        if (MathF.Abs(position.X) > limit.X)
        {
            velocity.X = position.X > 0f ? MathF.Min(velocity.X, 0f) : MathF.Max(velocity.X, 0f);
            position.X = MathF.CopySign(limit.X, position.X);
            touched = true;
        }

        if (MathF.Abs(position.Y) > limit.Y)
        {
            velocity.Y = position.Y > 0f ? MathF.Min(velocity.Y, 0f) : MathF.Max(velocity.Y, 0f);
            position.Y = MathF.CopySign(limit.Y, position.Y);
            touched = true;
        }

        return touched;
    }

    /// <summary>Lowers <paramref name="ranges"/> to the distances at which rays from <paramref name="origin"/> meet something solid.</summary>
    public void Cast(Vector2 origin, in RayFan rays, Span<float> ranges, float maxRange)
    {
        RayCaster.Arena(origin, _half, rays, ranges);
        foreach (ref readonly var wall in _walls.AsSpan())
        {
            if (Vector2.DistanceSquared(origin, Closest(wall, origin)) < maxRange * maxRange)
            {
                RayCaster.Wall(origin, wall, rays, ranges);
            }
        }

        foreach (ref readonly var disc in _discs.AsSpan())
        {
            var reach = maxRange + disc.Radius;
            if (Vector2.DistanceSquared(origin, disc.Centre) < reach * reach)
            {
                RayCaster.Disc(origin, disc.Centre, disc.Radius, rays, ranges);
            }
        }
    }

    private static bool StopAt(Vector2 obstacle, float reach, Vector2 fallback, ref Vector2 position, ref Vector2 velocity)
    {
        var away = position - obstacle;
        var square = away.LengthSquared();
        if (square >= reach * reach)
        {
            return false;
        }

        var normal = square > 0f ? away / MathF.Sqrt(square) : fallback;
        position = obstacle + (normal * reach);
        velocity -= normal * MathF.Min(Vector2.Dot(velocity, normal), 0f);
        return true;
    }

    private static Vector2 Closest(in WallSegment wall, Vector2 point)
    {
        var along = wall.To - wall.From;
        var square = along.LengthSquared();
        var t = square > 0f ? Math.Clamp(Vector2.Dot(point - wall.From, along) / square, 0f, 1f) : 0f;
        return wall.From + (along * t);
    }

    private static Vector2 Normal(in WallSegment wall)
    {
        var along = wall.To - wall.From;
        var length = along.Length();
        return length > 0f ? new Vector2(-along.Y, along.X) / length : Vector2.UnitX;
    }

    private static bool IsFinite(Vector2 v) => float.IsFinite(v.X) && float.IsFinite(v.Y);

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new ArgumentException("holds a number that is not finite, or a size that is not positive", what);
        }
    }
}
