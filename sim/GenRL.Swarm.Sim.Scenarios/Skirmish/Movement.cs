using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>Moves the living by their orders for one tick, no farther than the map's edges.</summary>
internal static class Movement
{
    /// <summary>One tick.</summary>
    public static void Advance(Units units, float width, float height)
    {
        for (var i = 0; i < units.Padded; i += Units.Block)
        {
            var step = Units.Load(units.Step, i);
            var alive = Vector256.GreaterThan(Units.Load(units.Health, i), Vector256<float>.Zero);
            Along(units.X, units.MoveX, step, alive, width, i);
            Along(units.Y, units.MoveY, step, alive, height, i);
        }
    }

    /// <summary>Takes all health from who stands on an edge or beyond.</summary>
    public static void Cull(Units units, float width, float height)
    {
        for (var i = 0; i < units.Padded; i += Units.Block)
        {
            var (x, y) = (Units.Load(units.X, i), Units.Load(units.Y, i));
            var inside = Vector256.GreaterThan(x, Vector256<float>.Zero) & Vector256.GreaterThan(y, Vector256<float>.Zero)
                & Vector256.LessThan(x, Vector256.Create(width)) & Vector256.LessThan(y, Vector256.Create(height));
            Units.Store(Units.Load(units.Health, i) & inside, units.Health, i);
        }
    }

    private static void Along(float[] place, float[] move, Vector256<float> step, Vector256<float> alive, float extent, int i)
    {
        var old = Units.Load(place, i);
        var moved = old + (Units.Load(move, i) * step);
        var kept = Vector256.MaxNative(Vector256.MinNative(moved, Vector256.Create(extent)), Vector256<float>.Zero);
        Units.Store(Vector256.ConditionalSelect(alive, kept, old), place, i);
    }
}
