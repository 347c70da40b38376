using System.Globalization;
using System.Text.RegularExpressions;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>The maps and controllers under the names that the files have for their outputs: a function's name, then its parameters.</summary>
internal static partial class RobotariumMaps
{
    /// <summary>The map of that name: from a row's inputs and a robot's number to the two numbers that the file stores.</summary>
    /// <exception cref="GoldenException">There is none.</exception>
    public static Func<MapInputs, int, (double First, double Second)> Find(RobotariumRules rules, string name)
    {
        var parameters = new Dictionary<string, double>();
        var function = Parameter().Replace(name, match =>
        {
            parameters[match.Groups["name"].Value] = double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture);
            return "";
        });
        double Of(string parameter, double usual) => parameters.Remove(parameter, out var value) ? value : usual;
        Func<MapInputs, int, (double First, double Second)>? map =
            (rules.Platform == Platform.V2 ? V2(function, Of) : Legacy(function, Of)) ?? Both(rules, function, Of);
        return map is not null && parameters.Count == 0
            ? map
            : throw new GoldenException($"rows: {rules.System} has no map \"{name}\"");
    }

    private static Func<MapInputs, int, (double First, double Second)>? V2(string function, Func<string, double, double> of)
    {
        var (gain, turn) = (of("lvg", 1d), of("avl", UnicycleMaps.UsualTurn));
        switch (function)
        {
            case "si_to_uni_dynamics":
                return (inputs, i) => Pair(UnicycleMaps.Steer(inputs.Pose(i), inputs.Velocity(i), gain, turn));
            case "si_to_uni_backwards":
                return (inputs, i) => Pair(UnicycleMaps.SteerEitherWay(inputs.Pose(i), inputs.Velocity(i), gain, turn));
            case "si_to_uni_mapping_dyn":
                var mapped = of("pd", 0.05);
                return (inputs, i) => Pair(UnicycleMaps.FromPoint(inputs.Pose(i), inputs.Velocity(i), mapped));
            case "uni_position_controller":
                var ahead = of("pd", 0.03);
                return (inputs, i) => Pair(PositionController.V2.Control(inputs.Pose(i), inputs.Goal(i).Position, ahead));
            case "pose_controller_clf":
                return (inputs, i) => Pair(PolarPoseController.V2.Control(inputs.Pose(i), inputs.Goal(i)));
            case "pose_controller_hybrid_fresh_state":
                return (inputs, i) => Pair(Hybrid(new HybridPoseOptions(), inputs, i));
            default:
                return null;
        }
    }

    private static Func<MapInputs, int, (double First, double Second)>? Legacy(string function, Func<string, double, double> of)
    {
        var (gain, turn) = (of("lvg", 1d), of("avl", UnicycleMaps.UsualTurn));
        switch (function)
        {
            case "si_to_uni_dynamics" or "si_to_uni_backwards":
                return (inputs, i) => Pair(UnicycleMaps.SteerLegacy(inputs.Pose(i), inputs.Velocity(i), gain, turn));
            case "si_to_uni_mapping_dyn":
                var mapped = of("pd", 0.05);
                return (inputs, i) => Pair(UnicycleMaps.FromPointLegacy(inputs.Pose(i), inputs.Velocity(i), mapped));
            case "clf_unicycle_position_controller":
                return (inputs, i) => Pair(PolarPositionController.Control(inputs.Pose(i), inputs.Goal(i).Position));
            case "clf_unicycle_pose_controller":
                return (inputs, i) => Pair(PolarPoseController.Legacy.Control(inputs.Pose(i), inputs.Goal(i)));
            case "hybrid_unicycle_pose_controller":
                return (inputs, i) => Pair(Hybrid(HybridPoseOptions.Legacy, inputs, i));
            default:
                return null;
        }
    }

    private static Func<MapInputs, int, (double First, double Second)>? Both(
        RobotariumRules rules, string function, Func<string, double, double> of)
    {
        switch (function)
        {
            case "uni_to_si_dyn":
                var mapped = of("pd", 0.05);
                return (inputs, i) => Pair(UnicycleMaps.ToPoint(inputs.Pose(i), inputs.Command(i), mapped));
            case "uni_to_si_states":
                var ahead = of("pd", 0.05);
                return (inputs, i) => Pair(inputs.Pose(i).Ahead(ahead));
            case "si_position_controller":
                return (inputs, i) => Pair(rules.Position.Control(inputs.Pose(i).Position, inputs.Goal(i).Position));
            default:
                return null;
        }
    }

    private static Twist Hybrid(HybridPoseOptions options, MapInputs inputs, int robot) =>
        new HybridPoseController(options, inputs.Robots).Control(robot, inputs.Pose(robot), inputs.Goal(robot));

    private static (double First, double Second) Pair(Twist twist) => (twist.Speed, twist.Turn);

    private static (double First, double Second) Pair(Vector2D vector) => (vector.X, vector.Y);

    [GeneratedRegex("_(?<name>lvg|avl|pd)(?<value>[0-9.]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
