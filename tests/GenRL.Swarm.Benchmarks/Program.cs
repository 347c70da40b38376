using GenRL.Swarm.Benchmarks.Ablation;
using GenRL.Swarm.Benchmarks.Bus;
using GenRL.Swarm.Benchmarks.Graphs;
using GenRL.Swarm.Benchmarks.Shield;
using GenRL.Swarm.Benchmarks.Sim;
using GenRL.Swarm.Benchmarks.Start;
using GenRL.Swarm.Benchmarks.Tick;
using GenRL.Swarm.Benchmarks.TickLog;
using GenRL.Swarm.Benchmarks.Train;

return args switch
{
    ["tick", .. var rest] => TickBenchmark.Run(rest),
    ["graphs", .. var rest] => GraphsBenchmark.Run(rest),
    ["shield", .. var rest] => ShieldBenchmark.Run(rest),
    ["bus", .. var rest] => BusBenchmark.Run(rest),
    ["log"] => Log(),
    ["train", .. var rest] => TrainBenchmark.Run(rest),
    ["ablation", .. var rest] => AblationBenchmark.Run(rest),
    ["sim", "scaling", .. var rest] => ScalingBenchmark.Run(rest),
    ["sim", .. var rest] => SimBenchmark.Run(rest),
    ["start"] => await StartBenchmark.RunAsync(),
    _ => Usage(),
};

static int Log()
{
    TickLogBenchmark.Run(Console.Out);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("usage: ./swarm bench tick|graphs|shield|bus|log|start|train [--seed N]|ablation BUNDLE|sim [scaling]");
    return 2;
}
