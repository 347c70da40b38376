using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Scenarios.Mpe;
using V = GenRL.Swarm.Sim.Engine.Lanes.Lanes256<double>;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Mpe;

/// <summary>Four worlds of a scenario, side by side, that a test sets and reads at will.</summary>
internal sealed class Stage
{
    private readonly MpeScenario<V> _scenario;
    private readonly V[] _numbers;

    public Stage(MpeOptions options)
    {
        _scenario = options.Make<V>();
        _numbers = new V[BodyField.First + (_scenario.Bodies.Count * BodyField.Count) + _scenario.Memory];
        for (var lane = 0; lane < V.Count; lane++)
        {
            V.Seed(ref _numbers[1], ref _numbers[2], lane, (ulong)lane + 11, (ulong)lane + 7);
        }

        // Apart from each other until a test says where.
        for (var body = 0; body < _scenario.Bodies.Count; body++)
        {
            Put(body, 10d * body, 20d);
        }
    }

    public Tile<V> Tile => new(_numbers, _scenario.Bodies.Count);

    public void Begin() => _scenario.Begin(Tile, new Spawn<V>(_scenario.Bodies, Tile, ~V.All(0d)));

    public void Put(int body, double x, double y)
    {
        for (var lane = 0; lane < V.Count; lane++)
        {
            Put(lane, body, x, y);
        }
    }

    public void Put(int lane, int body, double x, double y)
    {
        Tile.X(body) = V.With(Tile.X(body), lane, x);
        Tile.Y(body) = V.With(Tile.Y(body), lane, y);
    }

    public void Push(int body, double x, double y) => (Tile.VelocityX(body), Tile.VelocityY(body)) = (V.All(x), V.All(y));

    public void Count(int steps) => _numbers[0] = V.All(steps);

    public void Aim(int goal, int landmark) => _scenario.Goal(Tile, goal) = V.All(landmark);

    public void Say(int agent, params ReadOnlySpan<double> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            Tile.Memory(_scenario.MessageOf(agent) + i) = V.All(words[i]);
        }
    }

    /// <summary>Rewards in a lane, and whether its episode is over.</summary>
    public (double[] Rewards, bool Over) Judge(int lane = 0)
    {
        var rewards = new V[_scenario.Agents.Count];
        var over = _scenario.Judge(Tile, rewards);
        return ([.. rewards.Select(reward => V.Get(reward, lane))], (V.Bits(over) >> lane & 1) != 0);
    }

    /// <summary>What an agent sees in a lane.</summary>
    public double[] See(int agent, int lane = 0)
    {
        var seen = new V[_scenario.ObservationSizes.Sum()];
        _scenario.Observe(Tile, seen);
        var sizes = _scenario.ObservationSizes;
        return [.. seen.Skip(sizes.Take(agent).Sum()).Take(sizes[agent]).Select(number => V.Get(number, lane))];
    }

    /// <summary>The force on a body and what its agent says, after an action.</summary>
    public (double X, double Y, double[] Message) Act(int agent, params double[] action)
    {
        var forces = new Forces<V>(new V[_scenario.Bodies.Count * 3]);
        var actions = new List<V>();
        for (var i = 0; i < _scenario.Agents.Count; i++)
        {
            actions.AddRange(Enumerable.Range(0, _scenario.Actions[i].Size).Select(k => V.All(i == agent ? action[k] : 0d)));
        }

        _scenario.Act(Tile, actions.ToArray(), forces);
        var message = _scenario.MessageOf(agent);
        var words = message < 0 ? [] : Enumerable.Range(message, _scenario.Channels).Select(at => V.Get(Tile.Memory(at), 0)).ToArray();
        return (V.Get(forces.X(agent), 0), V.Get(forces.Y(agent), 0), words);
    }
}
