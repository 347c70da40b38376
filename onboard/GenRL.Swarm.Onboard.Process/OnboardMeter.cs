using System.Diagnostics.Metrics;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Onboard.Health;
using GenRL.Swarm.Onboard.Process.Control;
using GenRL.Swarm.Onboard.Process.Driving;

namespace GenRL.Swarm.Onboard.Process;

/// <summary>
/// The process's metrics. All are read from the books when somebody asks, so that the control thread pays nothing whoever listens.
/// </summary>
internal static class OnboardMeter
{
    private static readonly Meter Meter = new("GenRL.Swarm.Onboard");

    /// <summary>Publishes the books.</summary>
    public static void Observe(DriverAccount account, RobotPorts ports, SwarmAgent agent)
    {
        Meter.CreateObservableCounter("swarm.control.steps", () => account.Steps, "{step}", "Control steps made");
        Meter.CreateObservableCounter("swarm.control.missed", () => account.MissedSteps, "{step}", "Control steps that missed their deadline or fell out");
        Meter.CreateObservableCounter("swarm.control.faults", () => account.Faults, "{fault}", "Steps and ticks that threw");
        Meter.CreateObservableCounter("swarm.plan.ticks", () => account.Ticks, "{tick}", "Plan ticks made");
        Meter.CreateObservableCounter("swarm.plan.missed", () => account.MissedTicks, "{tick}", "Plan ticks that missed their deadline or fell out");
        Durations("swarm.control.latency", account.StepLatency, "From when a step was due until its command was sent");
        Durations("swarm.control.lateness", account.Lateness, "How late the driver woke");
        Durations("swarm.plan.duration", account.TickDuration, "Length of plan ticks");
        Frames("swarm.frames.sensors", ports.Sensors.Frames);
        Frames("swarm.frames.goals", ports.Goals.Frames);
        Frames("swarm.frames.hellos", ports.Hellos.Frames);
        Frames("swarm.frames.intentions.refused", ports.Intentions.Frames);
        Frames("swarm.frames.intentions", agent.Frames);
    }

    private static void Durations(string name, LogHistogram histogram, string description) => Meter.CreateObservableGauge(
        name,
        () => new Measurement<double>[]
        {
            new(histogram.Percentile(0.5) * 1e-9, Tag("quantile", "0.5")), new(histogram.Percentile(0.99) * 1e-9, Tag("quantile", "0.99")),
            new(histogram.Percentile(0.999) * 1e-9, Tag("quantile", "0.999")), new(histogram.Max * 1e-9, Tag("quantile", "1")),
        },
        "s",
        description);

    private static void Frames(string name, FrameCounters frames) => Meter.CreateObservableCounter(
        name, () => Enum.GetValues<FrameError>().Select(e => new Measurement<long>(frames[e], Tag("outcome", e.ToString()))), "{frame}", "Frames by what became of them");

    private static KeyValuePair<string, object?> Tag(string key, string value) => new(key, value);
}
