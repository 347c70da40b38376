using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>Files of one of the Robotarium's two simulators: tells their kinds apart.</summary>
internal sealed class RobotariumSystem(RobotariumRules rules) : IGoldenSystem
{
    private const double Exact = 1e-9;
    private const double Program = 1e-8;
    private const double ProgramInLoop = 1e-6;

    /// <inheritdoc/>
    public string System => rules.System;

    /// <inheritdoc/>
    public void Run(JsonElement file, Comparison comparison)
    {
        switch (GoldenMatrix.Text(file, "kind"))
        {
            case "dynamics":
                comparison.Tolerance = Tolerance.Of(Exact);
                DynamicsFile.Run(rules, file, comparison);
                break;
            case "closedloop":
                comparison.Tolerance = Tolerance.Of(ClosedLoopFile.HasCertificate(file) ? ProgramInLoop : Exact);
                ClosedLoopFile.Run(rules, file, comparison);
                break;
            case "maps":
                comparison.Tolerance = Tolerance.Of(Exact);
                MapsFile.Run(rules, file, comparison);
                break;
            case "barrier":
                comparison.Tolerance = Tolerance.Of(Program);
                BarrierFile.Run(rules, file, comparison);
                break;
            case "sensors":
                comparison.Tolerance = Tolerance.Of(Exact);
                SensorsFile.Run(file, comparison);
                break;
            case var kind:
                throw new GoldenException($"kind: there is no \"{kind}\"");
        }
    }
}
