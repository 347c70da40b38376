using GenRL.Swarm.Configuration;
using GenRL.Swarm.Messaging.Mqtt;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Hardware;
using GenRL.Swarm.Onboard.Hardware.Bus;
using GenRL.Swarm.Onboard.Health;
using GenRL.Swarm.Onboard.Process.Control;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.Onboard.Process.Settings;

/// <summary>One robot's part of the fleet's configuration, in the form that the parts of the process take.</summary>
internal sealed class RobotSettings
{
    private readonly OnboardArguments _arguments;
    private readonly SwarmConfiguration _swarm;
    private readonly RobotConfiguration _robot;

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="ConfigurationException">Something is wrong with it; the exception lists everything found.</exception>
    public RobotSettings(OnboardArguments arguments)
    {
        _arguments = arguments;
        _swarm = ConfigurationLoader.Load(arguments.Config, arguments.Overrides);
        _robot = _swarm.Robots.FirstOrDefault(r => r.Id == arguments.Robot.Value)
            ?? throw new ConfigurationException([new ConfigurationError(Path.GetFileName(arguments.Config), "robots", $"no robot has the id {arguments.Robot.Value}")]);
    }

    public RobotAddress Address => new(_swarm.Fleet, _arguments.Robot);

    public Uri Station => new(_swarm.GroundStation.Url.TrimEnd('/') + "/");

    /// <summary>This robot's own folder: robots on one machine share the configured one.</summary>
    public string LogFolder => Path.Combine(_swarm.Log.Folder, _arguments.Robot.ToString());

    /// <summary>Null for the library that came with the program.</summary>
    public string? OnnxRuntimeLibrary => Path.IsPathRooted(_swarm.Models.Library) ? _swarm.Models.Library : null;

    public TickLogOptions TickLog => new() { RollAge = TimeSpan.FromSeconds(_swarm.Log.RotationSeconds) };

    public ModelBundleOptions Models => AgentConfiguration.Models(_swarm);

    public BodyOptions Body => new(_robot.Kinematics, (float)_robot.Radius, (float)_robot.MaxSpeed, (float)_robot.MaxAcceleration);

    public AgentOptions Agent => AgentConfiguration.Agent(_swarm, _robot, _arguments.Seed);

    public HealthOptions Health
    {
        get
        {
            var defaults = new HealthOptions();
            return defaults with
            {
                TickSeconds = defaults.TickSeconds with { Limit = (float)_swarm.Health.MaxTickP99 },
                Missed = defaults.Missed with { Limit = (float)_swarm.Health.MaxMissedDeadlines },
                Interventions = defaults.Interventions with { Limit = (float)_swarm.Health.MaxInterventions },
                Faults = defaults.Faults with { Limit = (float)_swarm.Health.MaxFaults / defaults.WindowTicks },
            };
        }
    }

    /// <summary>The whole effective configuration, JSON.</summary>
    public string ToJson() => _swarm.ToJson();

    public MqttBusOptions Bus(Action<string> report) => new()
    {
        Host = _swarm.Bus.Host,
        Port = _swarm.Bus.Port,
        ClientId = $"{_swarm.Fleet}-{_arguments.Robot}",
        Tls = _arguments.Tls is { } tls ? new MqttTls(tls.Authority, tls.Certificate, tls.Key) : null,
        Report = report,
    };
}
