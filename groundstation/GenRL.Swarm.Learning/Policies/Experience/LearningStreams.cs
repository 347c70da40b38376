namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>Stage numbers of the random streams that policy learning draws from.</summary>
internal static class LearningStreams
{
    public const int Expert = 4001;
    public const int Hearing = 4002;
    public const int Pilot = 4003;
    public const int Networks = 4004;
    public const int Relabelling = 4005;
    public const int Adaptation = 4006;
}
