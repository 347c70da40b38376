namespace GenRL.Swarm.Sim.Engine.Environments;

/// <summary>
/// How many worlds, agents and numbers an environment has, and where they lie. Worlds come in tiles of <see cref="Lanes"/>; within a tile the
/// lanes' values of one number lie side by side: [tile, number, lane], numbers agent by agent. With one lane that is [world, agent, number].
/// The last tile is whole: its spare lanes are there in actions, observations and rewards, and mean nothing.
/// </summary>
public sealed class EnvironmentShape
{
    private readonly int[] _observationOffsets;
    private readonly int[] _actionOffsets;

    /// <summary>The shape of <paramref name="worlds"/> worlds with one agent per entry of <paramref name="actions"/>.</summary>
    /// <param name="worlds">Number of worlds.</param>
    /// <param name="lanes">Worlds per tile: 1, or the vector's width in numbers.</param>
    /// <param name="actions">What each agent may do.</param>
    /// <param name="observationSizes">Numbers that each agent sees.</param>
    /// <exception cref="ArgumentException">There is no world or no agent, or more numbers than a span can have.</exception>
    public EnvironmentShape(int worlds, int lanes, IReadOnlyList<ActionSpace> actions, IReadOnlyList<int> observationSizes)
    {
        ArgumentNullException.ThrowIfNull(actions);
        ArgumentNullException.ThrowIfNull(observationSizes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(worlds);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(lanes);
        if (observationSizes.Count != actions.Count)
        {
            throw new ArgumentException($"{observationSizes.Count} sizes for {actions.Count} agents", nameof(observationSizes));
        }

        if (actions.Count == 0)
        {
            throw new ArgumentException("agents: there is none", nameof(actions));
        }

        (Worlds, Lanes, Agents, Actions) = (worlds, lanes, actions.Count, [.. actions]);
        _observationOffsets = Offsets(observationSizes);
        _actionOffsets = Offsets([.. actions.Select(action => action.Size)]);
        (ObservationsPerWorld, ActionsPerWorld) = (_observationOffsets[^1], _actionOffsets[^1]);
        Tiles = ((worlds - 1) / lanes) + 1;
        ObservationLength = Length(worlds, ObservationsPerWorld, "observations");
        ActionLength = Length(worlds, ActionsPerWorld, "actions");
        RewardLength = Length(worlds, Agents, "rewards");
    }

    /// <summary>Number of worlds.</summary>
    public int Worlds { get; }

    /// <summary>Worlds per tile.</summary>
    public int Lanes { get; }

    /// <summary>Number of tiles.</summary>
    public int Tiles { get; }

    /// <summary>Agents of a world.</summary>
    public int Agents { get; }

    /// <summary>What each agent may do.</summary>
    public IReadOnlyList<ActionSpace> Actions { get; }

    /// <summary>Numbers that the agents of one world see together.</summary>
    public int ObservationsPerWorld { get; }

    /// <summary>Numbers that the agents of one world do together.</summary>
    public int ActionsPerWorld { get; }

    /// <summary>Length of the span of observations.</summary>
    public int ObservationLength { get; }

    /// <summary>Length of the span of actions.</summary>
    public int ActionLength { get; }

    /// <summary>Length of the span of rewards.</summary>
    public int RewardLength { get; }

    /// <summary>Numbers that <paramref name="agent"/> sees.</summary>
    public int ObservationSize(int agent) => _observationOffsets[agent + 1] - _observationOffsets[agent];

    /// <summary>Where number <paramref name="number"/> of what <paramref name="agent"/> of <paramref name="world"/> sees lies.</summary>
    public int ObservationIndex(int world, int agent, int number) => Index(world, ObservationsPerWorld, _observationOffsets[agent] + number);

    /// <summary>Where number <paramref name="number"/> of what <paramref name="agent"/> of <paramref name="world"/> does lies.</summary>
    public int ActionIndex(int world, int agent, int number) => Index(world, ActionsPerWorld, _actionOffsets[agent] + number);

    /// <summary>Where the reward of <paramref name="agent"/> of <paramref name="world"/> lies.</summary>
    public int RewardIndex(int world, int agent) => Index(world, Agents, agent);

    /// <summary>Throws where the span of a reset has another length than it must.</summary>
    internal void Check(ReadOnlySpan<float> observations) => Check(observations.Length, ObservationLength, nameof(observations));

    /// <summary>Throws where a span of a step has another length than it must.</summary>
    internal void Check(ReadOnlySpan<float> actions, ReadOnlySpan<float> observations, ReadOnlySpan<float> rewards, ReadOnlySpan<EpisodeEnd> ends)
    {
        Check(actions.Length, ActionLength, nameof(actions));
        Check(observations.Length, ObservationLength, nameof(observations));
        Check(rewards.Length, RewardLength, nameof(rewards));
        Check(ends.Length, Worlds, nameof(ends));
    }

    private int Length(int worlds, int perWorld, string name)
    {
        var length = (long)Tiles * Lanes * perWorld;
        return length <= Array.MaxLength ? (int)length
            : throw new ArgumentException($"worlds: {worlds} have {length} numbers of {name}, and {Array.MaxLength} is the most: have fewer worlds in one environment", nameof(worlds));
    }

    private static void Check(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name}: {length} numbers instead of {expected}", name);
        }
    }

    private int Index(int world, int perWorld, int number)
    {
        var (tile, lane) = Math.DivRem(world, Lanes);
        return (((tile * perWorld) + number) * Lanes) + lane;
    }

    private static int[] Offsets(IReadOnlyList<int> sizes)
    {
        var offsets = new int[sizes.Count + 1];
        for (var i = 0; i < sizes.Count; i++)
        {
            offsets[i + 1] = offsets[i] + sizes[i];
        }

        return offsets;
    }
}
