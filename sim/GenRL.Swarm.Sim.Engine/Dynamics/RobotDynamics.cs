using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Dynamics;

/// <summary>
/// How commands move a robot that nothing touches: sets its velocity and spin to those at the step's end, and shifts its pose by what the exact path
/// differs from them, so that the physics then brings it to where it belongs; contacts push it off that path. The body is movable and rotatable, its
/// drag and the world's 0, positions move with the velocity after the step. Immutable; a world may hold robots of several dynamics.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
public abstract class RobotDynamics<V>
    where V : unmanaged, ILanes<V>
{
    /// <summary>Dynamics over steps of <paramref name="dt"/>.</summary>
    /// <param name="dt">Time step of the physics, s.</param>
    protected RobotDynamics(double dt)
    {
        Motion.RequirePositive(dt, nameof(dt));
        Dt = V.All(dt);
    }

    /// <summary>Numbers of a command.</summary>
    public abstract int Commands { get; }

    /// <summary>Time step, s.</summary>
    protected V Dt { get; }

    /// <summary>Sets what the dynamics keeps of a robot in memory as it is at rest; the scenario calls it after it has set the body down.</summary>
    public virtual void Begin(Tile<V> tile, Spawn<V> spawn)
    {
    }

    /// <summary>Drives a body for one step.</summary>
    /// <param name="tile">Written.</param>
    /// <param name="body">The body.</param>
    /// <param name="command">Read; finite, see <see cref="Actuators.Commands"/>.</param>
    public abstract void Drive(Tile<V> tile, int body, ReadOnlySpan<V> command);
}
