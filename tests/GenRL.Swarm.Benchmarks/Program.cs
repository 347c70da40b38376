return args is ["bus", .. var rest] ? GenRL.Swarm.Benchmarks.Bus.BusBenchmark.Run(rest) : 0;
