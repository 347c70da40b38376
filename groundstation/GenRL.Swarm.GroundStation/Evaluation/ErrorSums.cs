using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Onboard.Imagination;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>Squared position errors of one predictor and of constant velocity, added up over windows, for the robot itself and its neighbours.</summary>
internal sealed class ErrorSums
{
    private const int T = PlanShape.ImaginedSteps;

    /// <summary>Ticks ahead at which predictions are judged, and their names.</summary>
    private static readonly (int Ticks, string Name)[] Horizons = [(5, "0.5s"), (10, "1.0s")];

    private readonly Vector2[] _commands = new Vector2[T];
    private readonly Vector2[] _ego = new Vector2[T];
    private readonly Vector2[] _neighbours = new Vector2[PlanShape.Neighbours * T];
    private readonly Pair[] _egoErrors = new Pair[Horizons.Length];
    private readonly Pair[] _neighbourErrors = new Pair[Horizons.Length];

    /// <summary>Windows added.</summary>
    public int Windows { get; private set; }

    /// <summary>Predicted over constant velocity, by name; a name is missing when nothing was there to predict.</summary>
    public IReadOnlyDictionary<string, double> Ratios
    {
        get
        {
            var ratios = new Dictionary<string, double>();
            for (var h = 0; h < Horizons.Length; h++)
            {
                Put($"ego_{Horizons[h].Name}", _egoErrors[h]);
                Put($"neighbour_{Horizons[h].Name}", _neighbourErrors[h]);
            }

            return ratios;

            void Put(string name, Pair errors)
            {
                if (errors.Constant > 0)
                {
                    ratios[name] = errors.Predicted / errors.Constant;
                }
            }
        }
    }

    /// <summary>Adds the errors of <paramref name="shadow"/>, which has observed the window's present.</summary>
    public void Add(TickWindow window, ShadowPredictor shadow)
    {
        window.Executed(_commands);
        shadow.Predict(_commands, _ego, _neighbours);
        Windows++;
        for (var h = 0; h < Horizons.Length; h++)
        {
            var ticks = Horizons[h].Ticks;
            var (now, then) = (window[0], window[ticks]);
            var ego = now.Sensors.Ego;
            _egoErrors[h].Add(_ego[ticks - 1], Constant(ego.Position, ego.Velocity, ticks), then.Sensors.Ego.Position);
            for (var slot = 0; slot < now.AttendedCount; slot++)
            {
                var neighbour = now.Attended[slot];
                if (neighbour.Present && TryMeasured(then, neighbour.Id, out var measured))
                {
                    _neighbourErrors[h].Add(
                        _neighbours[(slot * T) + ticks - 1], Constant(neighbour.Position, neighbour.Velocity, ticks), measured);
                }
            }
        }
    }

    private static Vector2 Constant(Vector2 position, Vector2 velocity, int ticks) => position + (velocity * (ticks * PlanShape.TickSeconds));

    private static bool TryMeasured(TickRecord tick, RobotId robot, out Vector2 position)
    {
        foreach (ref readonly var sensed in tick.Sensors.Neighbours.AsSpan(0, tick.Sensors.NeighbourCount))
        {
            if (sensed.Id == robot && sensed.IsFinite)
            {
                position = sensed.Position;
                return true;
            }
        }

        position = default;
        return false;
    }

    private struct Pair
    {
        public double Predicted { get; private set; }

        public double Constant { get; private set; }

        public void Add(Vector2 predicted, Vector2 constant, Vector2 measured)
        {
            Predicted += Vector2.DistanceSquared(predicted, measured);
            Constant += Vector2.DistanceSquared(constant, measured);
        }
    }
}
