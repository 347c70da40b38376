using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Replay;

namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>What is unknown of a kind of robot, and how it goes into the simulator.</summary>
internal interface IPlantModel
{
    /// <summary>The unknowns, in the order of every vector of them.</summary>
    IReadOnlyList<Unknown> Unknowns { get; }

    /// <summary>Which of them is the delay.</summary>
    int Delay { get; }

    /// <summary>Numbers of the start state that are unknown too, after its position: see <see cref="Move"/>.</summary>
    int StartNumbers { get; }

    /// <summary>Numbers of a measurement that count: position and velocity, and with heading and yaw rate two more.</summary>
    int Channels { get; }

    /// <summary>The floor with these values.</summary>
    Floor ToFloor(ReadOnlySpan<double> values);

    /// <summary>The ranges, one per unknown, null where there is none.</summary>
    FloorRange ToRange(IReadOnlyList<ValueRange?> ranges);

    /// <summary>The plant with these values.</summary>
    Plant ToPlant(ReadOnlySpan<double> values);

    /// <summary>Adds <paramref name="amount"/> to number <paramref name="number"/> of the start state, and keeps the control point where it was.</summary>
    void Move(ref Dynamics.RobotState state, int number, double amount);
}
