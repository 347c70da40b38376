using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Onboard.Teammates;

/// <summary>Send times on the wire are milliseconds modulo 65 536: this puts them back on the receiver's clock.</summary>
internal static class MessageClock
{
    private const long Millisecond = 1_000_000;

    /// <summary>The send time that goes into a frame.</summary>
    public static ushort ToWire(Stamp now) => (ushort)(now.Nanoseconds / Millisecond);

    /// <summary>The stamp nearest to <paramref name="now"/> whose wire form is <paramref name="sent"/>.</summary>
    public static Stamp FromWire(ushort sent, Stamp now)
    {
        var difference = (short)(sent - ToWire(now));
        return new Stamp(((now.Nanoseconds / Millisecond) + difference) * Millisecond);
    }
}
