using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Parity.Waypoints;

/// <summary>A world that goes through a file's states, and compares itself with them.</summary>
internal abstract class WaypointReplay(WaypointScenario scenario, Comparison comparison)
{
    /// <summary>Receives the comparisons.</summary>
    protected Comparison Comparison { get; } = comparison;

    /// <summary>Where the robots stand.</summary>
    public Poses Poses => scenario.Poses;

    /// <summary>The state that a step stores.</summary>
    public abstract JsonElement StateOf(JsonElement step);

    /// <summary>Puts the world into a stored state.</summary>
    public abstract void Load(JsonElement state);

    /// <summary>Compares what the file stores of the start beside its state.</summary>
    public virtual void CompareStart(JsonElement file)
    {
    }

    /// <summary>Steps and compares all that the file stores of the step.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="step">The stored step.</param>
    public abstract void Step(int number, JsonElement step);

    /// <summary>Turns every robot a little.</summary>
    /// <param name="angle">Rad; robot after robot to one side or the other.</param>
    /// <param name="pattern">Says which robots turn to which side.</param>
    public void Disturb(double angle, int pattern)
    {
        for (var i = 0; i < Poses.Count; i++)
        {
            var side = ((pattern >> (i % Horizon.Twins)) & 1) == 0 ? 1d : -1d;
            Poses.Place(i, Poses.X[i], Poses.Y[i], Poses.Heading[i] + (side * angle));
        }
    }

    /// <summary>The greatest difference to another world's poses.</summary>
    public double DistanceTo(WaypointReplay other)
    {
        var greatest = 0d;
        for (var i = 0; i < Poses.Count; i++)
        {
            greatest = Math.Max(greatest, Math.Abs(Poses.X[i] - other.Poses.X[i]));
            greatest = Math.Max(greatest, Math.Abs(Poses.Y[i] - other.Poses.Y[i]));
            greatest = Math.Max(greatest, Math.Abs(Angle.Wrap(Poses.Heading[i] - other.Poses.Heading[i])));
        }

        return greatest;
    }
}
