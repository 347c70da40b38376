using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Vmas;

namespace GenRL.Swarm.Sim.Parity.Vmas;

/// <summary>Runs one file, the same world in every lane.</summary>
/// <typeparam name="V">Lanes of the file's precision.</typeparam>
internal sealed class VmasRun<V>
    where V : unmanaged, ILanes<V>
{
    private readonly JsonElement _file;
    private readonly Comparison _comparison;
    private readonly IReadOnlyList<JsonElement> _steps;
    private readonly VmasScenario<V> _scenario;
    private readonly bool _judged;
    private readonly Physics<V> _physics;
    private readonly VelocityControl<V>? _control;
    private readonly V[] _numbers;
    private readonly V[] _rewards;
    private readonly V[] _observations;

    public VmasRun(JsonElement file, Comparison comparison)
    {
        (_file, _comparison) = (file, comparison);
        _steps = file.Get("steps").List("steps");
        var name = file.Get("scenario").GetString() ?? "";
        var recorded = RecordedScenario<V>.Read(file, name);
        var known = VmasRules.Find<V>(name, file.Get("kwargs"));
        _judged = known is not null;
        _scenario = known ?? recorded;
        _physics = new Physics<V>(_scenario.Bodies, _scenario.Physics);
        _control = name == "give_way" ? new VelocityControl<V>(_scenario.Bodies, _scenario.Bodies.Count - _scenario.Actions.Count, _scenario.Physics.Dt) : null;
        _numbers = new V[BodyField.First + (_scenario.Bodies.Count * BodyField.Count) + _scenario.Memory];
        _rewards = new V[_scenario.Actions.Count];
        _observations = new V[_scenario.ObservationSizes.Sum()];
        if (_judged)
        {
            AsOneStep(() => VmasWorlds.Compare(file.Get("world"), recorded, _scenario, comparison));
        }
        else
        {
            comparison.NotCompared.Add($"{name}: observations, rewards and ends (their rules are not described)");
        }
    }

    /// <summary>The free run, then each step by itself.</summary>
    public void All()
    {
        _comparison.Steps = _steps.Count;
        Load(_file.Get("init"));
        Remember(0, null);
        if (_judged)
        {
            _comparison.At(0, "init_obs");
            _scenario.Observe(Tile(0), _observations);
            AsOneStep(() => Expect(Quantity.Observation, _file.Get("init_obs").Flat("init_obs"), _observations));
        }

        for (var t = 0; t < _steps.Count; t++)
        {
            Move(t);
            Compare(t);
        }

        // What the controller remembers follows from the stored velocities, step after step.
        _comparison.OneStep = true;
        _control?.Clear();
        for (var t = 0; t < _steps.Count; t++)
        {
            Load(t == 0 ? _file.Get("init") : _steps[t - 1]);
            Remember(t, t == 0 ? null : _steps[t - 1]);
            Move(t);
            Compare(t);
        }
    }

    /// <summary>Compares what is stored from before the first step: no rounding has added up, so it is as exact as one step.</summary>
    private void AsOneStep(Action compare)
    {
        _comparison.OneStep = true;
        compare();
        _comparison.OneStep = false;
    }

    private void Move(int t)
    {
        _comparison.At(t + 1, "action");
        var actions = _steps[t].Get("action").Flat("action");
        if (actions.Length != _scenario.Actions.Count * 2)
        {
            throw new GoldenException($"step {t + 1}, \"action\": {actions.Length} numbers instead of {_scenario.Actions.Count * 2}");
        }

        Inject(t);
        Span<V> values = stackalloc V[_physics.ForceCount];
        var forces = new Forces<V>(values);
        forces.Clear();
        _scenario.Act(Tile(t), [.. actions.Select(V.All)], forces);
        _control?.Drive(Tile(t), forces);
        _physics.Step(Tile(t), forces);
    }

    private void Compare(int t)
    {
        var step = _steps[t];
        var tile = Tile(t + 1);
        var bodies = _scenario.Bodies.Count;
        var (at, velocity, rotation, spin) = (new V[2 * bodies], new V[2 * bodies], new V[bodies], new V[bodies]);
        for (var i = 0; i < bodies; i++)
        {
            (at[2 * i], at[(2 * i) + 1]) = (tile.X(i), tile.Y(i));
            (velocity[2 * i], velocity[(2 * i) + 1]) = (tile.VelocityX(i), tile.VelocityY(i));
            (rotation[i], spin[i]) = (tile.Rotation(i), tile.Spin(i));
        }

        Expect(t, step, "pos", Quantity.Position, at);
        Expect(t, step, "vel", Quantity.Velocity, velocity);
        Expect(t, step, "rot", Quantity.Position, rotation);
        Expect(t, step, "ang_vel", Quantity.Velocity, spin);
        if (!_judged)
        {
            return;
        }

        var done = _scenario.Judge(tile, _rewards);
        Expect(t, step, "reward", Quantity.Reward, _rewards);
        _comparison.At(t + 1, "done");
        _comparison.Expect(Quantity.Done, step.Get("done").Truth("done") ? 1d : 0d, V.Bits(done) & 1);
        _scenario.Observe(tile, _observations);
        Expect(t, step, "obs", Quantity.Observation, _observations);
    }

    private void Expect(int t, JsonElement step, string name, Quantity quantity, V[] actual)
    {
        _comparison.At(t + 1, name);
        Expect(quantity, step.Get(name).Flat(name), actual);
    }

    private void Expect(Quantity quantity, double[] expected, V[] actual) =>
        _comparison.Expect(quantity, expected, [.. actual.Select(value => V.Get(value, 0))]);

    private void Load(JsonElement state)
    {
        var (at, velocity) = (state.Get("pos").Flat("pos"), state.Get("vel").Flat("vel"));
        var (rotation, spin) = (state.Get("rot").Flat("rot"), state.Get("ang_vel").Flat("ang_vel"));
        if (at.Length != 2 * rotation.Length || velocity.Length != at.Length || spin.Length != rotation.Length || rotation.Length != _scenario.Bodies.Count)
        {
            throw new GoldenException($"\"pos\", \"vel\", \"rot\" and \"ang_vel\" are not those of {_scenario.Bodies.Count} entities");
        }

        var tile = Tile(0);
        for (var i = 0; i < rotation.Length; i++)
        {
            (tile.X(i), tile.Y(i)) = (V.All(at[2 * i]), V.All(at[(2 * i) + 1]));
            (tile.VelocityX(i), tile.VelocityY(i)) = (V.All(velocity[2 * i]), V.All(velocity[(2 * i) + 1]));
            (tile.Rotation(i), tile.Spin(i)) = (V.All(rotation[i]), V.All(spin[i]));
            Tiles.Face(tile, _scenario.Bodies[i], i);
        }
    }

    /// <summary>Sets what the scenario keeps beside the bodies; food that is eaten is stored in the observations only.</summary>
    private void Remember(int t, JsonElement? before)
    {
        _scenario.Remember(Tile(t), new Spawn<V>(_scenario.Bodies, Tile(t), ~V.All(0d)));
        if (before is { } step && _scenario is Dispersion<V>)
        {
            var seen = step.Get("obs").List("obs")[0].Flat("obs");
            for (var piece = 0; piece < _scenario.Memory; piece++)
            {
                Tile(t).Memory(piece) = V.All(seen[4 + (3 * piece) + 2]);
            }
        }
    }

    /// <summary>Discovery sets covered targets down anew, at random: the one draw of VMAS that no rule gives.</summary>
    private void Inject(int t)
    {
        if (_file.Get("scenario").GetString() != "discovery")
        {
            return;
        }

        var at = _steps[t].Get("pos").Flat("pos");
        for (var i = 0; i < _scenario.Bodies.Count; i++)
        {
            if (!_scenario.Bodies[i].Movable && (V.Get(Tile(t).X(i), 0) != at[2 * i] || V.Get(Tile(t).Y(i), 0) != at[(2 * i) + 1]))
            {
                (Tile(t).X(i), Tile(t).Y(i)) = (V.All(at[2 * i]), V.All(at[(2 * i) + 1]));
                _comparison.Inject(2);
            }
        }
    }

    private Tile<V> Tile(int steps)
    {
        _numbers[0] = V.All(steps);
        return new(_numbers, _scenario.Bodies.Count);
    }
}
