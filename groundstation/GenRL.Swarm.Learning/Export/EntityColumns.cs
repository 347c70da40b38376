using GenRL.Swarm.Models;

namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// Where an entity's gates find what they read, in the rows that one imagined step concatenates: its own state (p, v), the ego's state, the ego's
/// command, the seconds since the messages were read, the message of the others, memory h and latent z. A column of -1 is not there.
/// </summary>
internal sealed record EntityColumns(int Own, int Ego, int Command, int Elapsed, int Message)
{
    /// <summary>Numbers in the state of an entity: position 2, velocity 2.</summary>
    public const int State = 4;

    /// <summary>Numbers in [h, z].</summary>
    public const int Remembered = NetworkShape.Memory + NetworkShape.Latent;

    /// <summary>Rows that serve the ego and the neighbours alike.</summary>
    public static EntityColumns All { get; } = new(Own: 0, Ego: State, Command: 2 * State, Elapsed: (2 * State) + 2, Message: (2 * State) + 3);

    /// <summary>Rows of the ego alone.</summary>
    public static EntityColumns OwnOnly { get; } = new(Own: 0, Ego: -1, Command: State, Elapsed: -1, Message: State + 2);

    public int Memory => Message + NetworkShape.Message;

    public int Latent => Memory + NetworkShape.Memory;

    public int Count => Latent + NetworkShape.Latent;
}
