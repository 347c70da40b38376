using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;

namespace GenRL.Swarm.Sim.Reality.Tests.Identification;

/// <summary>A planted floor in the words of identification.</summary>
internal static class Truth
{
    public static IReadOnlyDictionary<string, double> Of(Floor floor, RobotBody body)
    {
        var (a, drive) = (floor.Actuators, floor.Drive);
        return body.Kinematics == KinematicsKind.Holonomic
            ? new Dictionary<string, double>
            {
                ["gain_xx"] = a.GainXX,
                ["gain_xy"] = a.GainXY,
                ["gain_yx"] = a.GainYX,
                ["gain_yy"] = a.GainYY,
                ["time_constant_s"] = a.TimeConstant,
                ["delay_s"] = a.Delay,
                ["dead_zone_mps"] = drive.DeadZone,
                ["bias_x_mps"] = a.Bias.X,
                ["bias_y_mps"] = a.Bias.Y,
            }
            : new Dictionary<string, double>
            {
                ["gain_left"] = drive.LeftGain,
                ["gain_right"] = drive.RightGain,
                ["time_constant_s"] = a.TimeConstant,
                ["delay_s"] = a.Delay,
                ["dead_zone_mps"] = drive.DeadZone,
                ["wheel_base_m"] = drive.WheelBaseScale * body.WheelBase,
                ["command_turn_rad"] = Math.Atan2(a.GainYX, a.GainXX),
            };
    }
}
