namespace GenRL.Swarm.Onboard.Process.Driving;

/// <summary>What the driver drives.</summary>
internal interface IControlLoop
{
    /// <summary>One control step.</summary>
    void Step();

    /// <summary>One plan tick, after the step that it belongs to.</summary>
    void Tick();

    /// <summary>A step or tick threw: stand still. Must not throw.</summary>
    void Fail(Exception error);
}
