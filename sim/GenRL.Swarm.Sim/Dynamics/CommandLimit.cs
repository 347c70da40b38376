using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenRL.Swarm.Sim.Dynamics;

/// <summary>What the motor controller accepts: a finite command no longer than the robot's top speed.</summary>
internal static class CommandLimit
{
    /// <summary>
    /// <paramref name="command"/> shortened to <paramref name="maxSpeed"/> with its direction kept; zero, a brake, when it is not finite.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector2 Apply(Vector2 command, float maxSpeed)
    {
        var square = command.LengthSquared();
        if (square <= maxSpeed * maxSpeed)
        {
            return command;
        }

        // NaN and infinity fail the comparison above and this one.
        return float.IsFinite(square) ? command * (maxSpeed / MathF.Sqrt(square)) : Vector2.Zero;
    }
}
