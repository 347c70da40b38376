using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Learning.Export;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Onboard;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Benchmarks.Ablation;

/// <summary>
/// What a release that was adapted to the steel hall owes to which of its parts, and what the floor that least squares found gives in the learned world model's
/// place: old and new parts mixed, flown on the same seeds in lock step by the onboard agent.
/// </summary>
internal static class AblationBenchmark
{
    private const int Robots = 4;
    private const int Episodes = 60;
    private const double LimitSeconds = 7.5;
    private const ulong UnseenSeed = 700_000;

    private static readonly string[] _worldModel = ["encode.onnx", "predict.onnx", "imagine.onnx"];

    public static int Run(string[] args)
    {
        if (args is not [var adapted])
        {
            Console.Error.WriteLine("usage: ./swarm bench ablation BUNDLE   (a bundle adapted to the steel hall, as a demo leaves it in its station's store)");
            return 2;
        }

        OnnxRuntimeLibrary.Load();
        var (before, after) = (Pretrained.Folder, adapted);
        var identified = new LeastSquaresGraphs(BundleExporter.ReadContract(adapted).Actuator.ToModel()).Files();
        Console.WriteLine($"steel hall, {Robots} robots, K = 16, {Episodes} crossings and {Episodes} random layouts of {LimitSeconds} s each; load average {Percentiles.Load()}");
        Fly("nothing adapted", before, before, File(before), File(before));
        Fly("shield's floor", after, before, File(before), File(before));
        Fly("shield's floor, policy", after, after, File(before), File(after));
        Fly("shield's floor, world model", after, after, File(after), File(before));
        Fly("policy, world model", before, after, File(after), File(after));
        Fly("all: the release", after, after, File(after), File(after));
        Fly("least squares, shield's floor", after, before, name => identified[name], File(before));
        Fly("least squares, shield's floor, policy", after, after, name => identified[name], File(after));
        return 0;
    }

    private static Func<string, byte[]> File(string folder) => name => System.IO.File.ReadAllBytes(Path.Combine(folder, name));

    /// <summary>Flies a mixture.</summary>
    /// <param name="label">What is new in it.</param>
    /// <param name="floor">The bundle whose floor the shield has.</param>
    /// <param name="tokens">The bundle that the codebook is of.</param>
    /// <param name="worldModel">The world model's graphs.</param>
    /// <param name="policy">The policy's graph.</param>
    private static void Fly(string label, string floor, string tokens, Func<string, byte[]> worldModel, Func<string, byte[]> policy)
    {
        var contract = BundleExporter.ReadContract(floor) with { CodebookHash = BundleExporter.ReadContract(tokens).CodebookHash };
        using var bundle = ModelBundle.LoadUnchecked(
            contract, new ModelBundleOptions(16, ["cpu"]), name => _worldModel.Contains(name) ? worldModel(name) : name == "propose.onnx" ? policy(name) : File(tokens)(name));
        var agent = new AgentOptions(new RobotId(0), 0.12f, 1f, new ShieldOptions(), 1);
        var brains = Enumerable.Range(0, Robots).Select(_ => new AgentBrain(bundle, agent)).ToList();
        var columns = new[] { "crossing", "random-goals" }.Select(scenario =>
        {
            var runner = new LockStepRunner(
                new EpisodeOptions { Scenario = ScenarioList.Find(scenario), Robots = Robots, Floor = Floor.SteelHall, LimitSeconds = LimitSeconds }, brains);
            var flown = Enumerable.Range(0, Episodes).Select(i => runner.Fly(UnseenSeed + (ulong)i)).ToList();
            return $"{scenario}: success {flown.Count(e => e.Mission.Success),2}, collided {flown.Count(e => e.Mission.Collided),2}, {flown.Average(e => e.SecondsToGoal):F2} s to goal, shield {100.0 * flown.Sum(e => e.Interventions) / flown.Sum(e => e.Commands):F1} %";
        });
        Console.WriteLine($"  {label,-38} {string.Join("; ", columns)}");
    }
}
