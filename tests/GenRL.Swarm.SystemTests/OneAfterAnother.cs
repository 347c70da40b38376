// Fleets of processes with deadlines of their own: two at a time would disturb each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
