using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Onboard.Teammates;

/// <summary>What is known of one other robot: what the sensors say, what it said, and how far that is believed.</summary>
internal sealed class Neighbour
{
    /// <summary>No slot of the models is this neighbour's.</summary>
    public const int NoSlot = -1;

    public bool InUse { get; set; }

    public RobotId Id { get; set; }

    /// <summary>Seen by the sensors at this tick.</summary>
    public bool Sensed { get; set; }

    /// <summary>Whether the sensors have ever seen it; otherwise its radius is what it says, 0 when it says nothing.</summary>
    public bool Seen { get; set; }

    public Vector2 Position { get; set; }

    public Vector2 Velocity { get; set; }

    public float Radius { get; set; }

    /// <summary>Whether a well-formed intention was ever received.</summary>
    public bool HasFrame { get; set; }

    /// <summary>The latest intention.</summary>
    public IntentionFrame Frame { get; set; }

    /// <summary>When it was sent, on the receiver's clock.</summary>
    public Stamp SentAt { get; set; }

    /// <summary>Goal that its tokens name, metres; its position when the codebooks differ or its own is not known.</summary>
    public Vector2 Goal { get; set; }

    /// <summary>Trust in what it says, 0 to 1.</summary>
    public float Trust { get; set; }

    /// <summary>Ticks in a row at which what it said and what the sensors saw disagreed.</summary>
    public int Disagreements { get; set; }

    /// <summary>Index among the models' eight slots, or <see cref="NoSlot"/>.</summary>
    public int Slot { get; set; }

    /// <summary>How urgent it is to attend to it: larger is more urgent.</summary>
    public float Urgency { get; set; }

    /// <summary>Makes this entry a robot just met.</summary>
    public void Meet(RobotId id)
    {
        InUse = true;
        Id = id;
        Sensed = false;
        Seen = false;
        HasFrame = false;
        Trust = 1f;
        Disagreements = 0;
        Slot = NoSlot;
        Radius = 0f;
    }
}
