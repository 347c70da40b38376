using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Onboard.Hardware.Bus;

namespace GenRL.Swarm.Onboard.Process.Control;

/// <summary>Says HELLO once a second, and before the first frame with another codebook. Control thread; allocates nothing.</summary>
internal sealed class HelloTeller(RobotId robot, BodyOptions body, RobotVoice voice)
{
    /// <summary>Seconds, less half a tick: the tick nearest to a second after the last.</summary>
    private const double Period = 0.95;

    private Stamp _toldAt;
    private uint _codebook;
    private bool _told;

    /// <summary>Says HELLO when it is time to; one that was dropped is said again at the next tick.</summary>
    /// <param name="codebook">Hash of the codebook in use.</param>
    /// <param name="now">The present.</param>
    public void Tell(uint codebook, Stamp now)
    {
        if (_told && codebook == _codebook && Stamp.Seconds(_toldAt, now) is >= 0.0 and < Period)
        {
            return;
        }

        const uint Codecs = (1u << IntentionCodec.LinearCodec) | (1u << IntentionCodec.TokenCodec);
        _told = voice.Say(new HelloFrame(
            robot, now, codebook, LinearIntention.BasisId, Codecs, body.Kinematics, body.MaxSpeedMetresPerSecond,
            body.MaxAccelerationMetresPerSecondSquared, body.RadiusMetres));
        _codebook = codebook;
        _toldAt = now;
    }
}
