using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.Sim.Reality.Replay;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Reality.Tests;

/// <summary>Flights of one robot in the simulator's own world, on a floor that the test knows.</summary>
internal static class Planted
{
    /// <summary>A bad holonomic robot: every number away from nominal.</summary>
    public static Floor Holonomic { get; } = new(new ActuatorModel(0.4f, 0.85f, -0.12f, 0.1f, 0.9f, 0.12f, new Vector2(0.04f, -0.03f)))
    {
        Drive = new DriveModel { DeadZone = 0.04f },
    };

    /// <summary>A bad differential drive.</summary>
    public static Floor Wheeled { get; } = new(ActuatorModel.Rotated(0.18f, 1f, 0.05f, 0.1f))
    {
        Drive = new DriveModel { LeftGain = 0.92f, RightGain = 1.06f, DeadZone = 0.03f, WheelBaseScale = 1.15f },
    };

    /// <summary>Flies random commands, each held for 0.2 to 1.5 s, and writes down what the robot measures, with drift on top of the floor's noise.</summary>
    /// <param name="body">The robot.</param>
    /// <param name="floor">The floor, noise included.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="seed">Everything random follows from it.</param>
    /// <param name="drift">Standard deviation of a random walk on the measured position after one second, metres; on heading the same number in radians.</param>
    /// <param name="command">What to command instead of random velocities, as a function of time in seconds.</param>
    /// <param name="gyro">Noise of heading and yaw rate, standard deviation, radians and radians per second.</param>
    public static Flight Fly(RobotBody body, Floor floor, double seconds, ulong seed, float drift = 0f, Func<double, Vector2>? command = null, float gyro = 0.005f)
    {
        var world = new World(WorldDescription.Open(500f), floor, SensorSuite.Default with { LidarRays = 0 }, [body]);
        world.Reset(seed, [Vector2.Zero]);
        var frame = new SensorFrame();
        var (random, noise) = (new RandomStream(seed, 0, 9001), new RandomStream(seed, 0, 9002));
        var (wander, turned, held, hold) = (Vector2.Zero, 0f, Vector2.Zero, 0);
        var walk = drift * MathF.Sqrt(0.02f);
        var steps = new FlightStep[(int)(seconds * 50)];
        for (var i = 0; i < steps.Length; i++)
        {
            if (hold-- == 0)
            {
                held = Polar(random.NextSingle(0f, 0.8f * body.MaxSpeed), random.NextSingle(-MathF.PI, MathF.PI));
                hold = 10 + random.NextInt32(65);
            }

            world.Sense(0, frame);
            wander += new Vector2(noise.NextGaussian(), noise.NextGaussian()) * walk;
            turned += noise.NextGaussian() * walk;
            var measured = frame.Ego with
            {
                Position = frame.Ego.Position + wander,
                Heading = body.Kinematics == KinematicsKind.Holonomic ? 0f : frame.Ego.Heading + turned + (gyro * noise.NextGaussian()),
                YawRate = frame.Ego.YawRate + (gyro * noise.NextGaussian()),
            };
            steps[i] = new FlightStep(measured, command is null ? held : command(i * 0.02), false);
            world.Step([steps[i].Command]);
        }

        return new Flight("planted", body, [new FlightSegment(0, steps)], []);
    }

    /// <summary>The same commands with a delay that the world, which counts in steps, cannot have; white noise as the floor's.</summary>
    public static Flight Replayed(Flight flight, Floor floor, double delay)
    {
        var (steps, random) = (flight.Segments[0].Steps, new RandomStream(77, 0, 9003));
        var expected = new EgoState[steps.Length - 1];
        new Plant(flight.Body, floor, delay).Run(steps, 0, default, expected);
        FlightStep[] replayed = [steps[0] with { Measured = default }, .. expected.Select((state, i) => steps[i + 1] with
        {
            Measured = state with { Position = state.Position + Noise(floor.PositionNoise), Velocity = state.Velocity + Noise(floor.VelocityNoise) },
        })];
        return flight with { Segments = [new FlightSegment(0, replayed)] };

        Vector2 Noise(float deviation) => new Vector2(random.NextGaussian(), random.NextGaussian()) * deviation;
    }

    private static Vector2 Polar(float length, float angle) => new(length * MathF.Cos(angle), length * MathF.Sin(angle));
}
