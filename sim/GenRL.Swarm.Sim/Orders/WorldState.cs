namespace GenRL.Swarm.Sim.Orders;

/// <summary>The true state of the simulated world, JSON on the topic <c>world/state</c> at 10 Hz; for people, never for robots.</summary>
/// <param name="StampNs">When, nanoseconds on the fleet's clock.</param>
/// <param name="Phase">What the world is busy with.</param>
/// <param name="Run">The run's name.</param>
/// <param name="Mission">Number of the mission, as in goals and results; -1 outside missions.</param>
/// <param name="MissionSeconds">Time since the mission's start, seconds.</param>
/// <param name="ArenaHalfSizeM">Half the arena's width and height, metres.</param>
/// <param name="WallsM">Inner walls, each from x, y to x, y, metres.</param>
/// <param name="Robots">The robots, in order of their number.</param>
public sealed record WorldState(
    long StampNs, WorldPhase Phase, string Run, int Mission, double MissionSeconds, float[] ArenaHalfSizeM, float[][] WallsM,
    RobotTruth[] Robots);

/// <summary>One robot in <see cref="WorldState"/>.</summary>
/// <param name="Id">Its name.</param>
/// <param name="XM">Control point, metres.</param>
/// <param name="YM">Control point, metres.</param>
/// <param name="HeadingRad">Heading, radians.</param>
/// <param name="RadiusM">Radius of its disc, metres.</param>
/// <param name="GoalXM">Its goal, metres; null when it has none.</param>
/// <param name="GoalYM">Its goal, metres; null when it has none.</param>
/// <param name="Collided">Whether it has touched anything in this mission.</param>
/// <param name="Commanded">Whether its last command is young enough to be obeyed.</param>
public sealed record RobotTruth(
    string Id, float XM, float YM, float HeadingRad, float RadiusM, float? GoalXM, float? GoalYM, bool Collided, bool Commanded);
