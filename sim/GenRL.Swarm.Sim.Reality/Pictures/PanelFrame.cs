namespace GenRL.Swarm.Sim.Reality.Pictures;

/// <summary>Where a panel lies, pixels.</summary>
internal readonly record struct PanelFrame(double Left, double Top, double Width, double Height);
