// The live-tensor counter, the generator and the gradient mode belong to the process: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
