using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Vmas;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Vmas;

/// <summary>One of VMAS's scenarios with its bodies set by hand, in float64. What is set is set in all lanes; tests look at lane 0.</summary>
internal sealed class VmasStage
{
    private readonly VmasScenario<Lanes128<double>> _scenario;
    private readonly Lanes128<double>[] _numbers;
    private readonly Lanes128<double>[] _rewards;
    private readonly Lanes128<double>[] _observations;

    public VmasStage(VmasScenario<Lanes128<double>> scenario)
    {
        _scenario = scenario;
        _numbers = new Lanes128<double>[BodyField.First + (scenario.Bodies.Count * BodyField.Count) + scenario.Memory];
        _rewards = new Lanes128<double>[scenario.Actions.Count];
        _observations = new Lanes128<double>[scenario.ObservationSizes.Sum()];
        for (var lane = 0; lane < 2; lane++)
        {
            Lanes128<double>.Seed(ref Tile.Stream0, ref Tile.Stream1, lane, 0x1234_5678_9ABC_DEF0ul + (ulong)lane, 0x0FED_CBA9_8765_4321ul);
        }
    }

    public IReadOnlyList<BodySpec> Bodies => _scenario.Bodies;

    public Tile<Lanes128<double>> Tile => new(_numbers, _scenario.Bodies.Count);

    private Spawn<Lanes128<double>> Spawn => new(_scenario.Bodies, Tile, ~default(Lanes128<double>));

    public double X(int body) => Get(Tile.X(body));

    public double Y(int body) => Get(Tile.Y(body));

    /// <summary>A random start.</summary>
    public VmasStage Begin()
    {
        _scenario.Begin(Tile, Spawn);
        return this;
    }

    /// <summary>Sets the first bodies down, in order, at rest.</summary>
    public VmasStage With(params (double X, double Y)[] places)
    {
        for (var body = 0; body < places.Length; body++)
        {
            Place(body, places[body].X, places[body].Y);
        }

        return this;
    }

    public VmasStage Place(int body, double x, double y, double rotation = 0d)
    {
        Spawn.Place(body, All(x), All(y), All(rotation));
        return this;
    }

    public VmasStage Turn(int body, double spin)
    {
        Tile.Spin(body) = All(spin);
        return this;
    }

    /// <summary>The state is the one before the step.</summary>
    public VmasStage Remember()
    {
        _scenario.Remember(Tile, Spawn);
        return this;
    }

    /// <summary>What the step to the state as it is now has earned, and whether it ends the episode.</summary>
    public (double[] Rewards, bool Ends) Judge()
    {
        var ends = _scenario.Judge(Tile, _rewards);
        return ([.. _rewards.Select(Get)], (Lanes128<double>.Bits(ends) & 1) != 0);
    }

    public double[] Observe(int agent)
    {
        _scenario.Observe(Tile, _observations);
        var size = _scenario.ObservationSizes[0];
        return [.. _observations.Skip(agent * size).Take(size).Select(Get)];
    }

    private static double Get(Lanes128<double> value) => Lanes128<double>.Get(value, 0);

    private static Lanes128<double> All(double value) => Lanes128<double>.All(value);
}
