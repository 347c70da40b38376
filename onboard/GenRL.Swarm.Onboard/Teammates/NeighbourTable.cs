using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Onboard.Teammates;

/// <summary>
/// Everyone the robot knows of. Neighbours are what the sensors and the messages say, nothing else. A robot that was never seen counts by its words when
/// it has introduced itself, and only where the sensors do not reach; whoever is or was in sight comes first. The eight most urgent hold slots of the
/// models and keep them while they last, because the models' memory belongs to the slot. Fixed size; allocates nothing.
/// </summary>
internal sealed class NeighbourTable
{
    private const int Capacity = SensorFrame.MaxNeighbours + TickRecord.MaxHeard;

    /// <summary>So small that nobody who is or was in sight waits for a slot of somebody who never was.</summary>
    private const float UnseenUrgency = 1e-6f;

    /// <summary>How many times as urgent somebody must be to take a slot, so that two do not take turns.</summary>
    private const float Hysteresis = 1.2f;

    private readonly RobotId _self;
    private readonly Neighbour[] _all = new Neighbour[Capacity];
    private readonly Neighbour?[] _slots = new Neighbour?[PlanShape.Neighbours];

    public NeighbourTable(RobotId self)
    {
        _self = self;
        for (var i = 0; i < Capacity; i++)
        {
            _all[i] = new Neighbour();
        }
    }

    /// <summary>The neighbours in the models' slots; null where a slot is free.</summary>
    public ReadOnlySpan<Neighbour?> Slots => _slots;

    /// <summary>Takes in what the sensors see.</summary>
    public void Sense(SensorFrame sensors)
    {
        foreach (var known in _all)
        {
            known.Sensed = false;
        }

        for (var i = 0; i < sensors.NeighbourCount; i++)
        {
            ref readonly var seen = ref sensors.Neighbours[i];
            if (seen.Id == _self || !seen.IsFinite || (Find(seen.Id, add: true) ?? Replace(seen.Id)) is not { } neighbour)
            {
                continue;
            }

            neighbour.Sensed = true;
            neighbour.Seen = true;
            neighbour.Position = seen.Position;
            neighbour.Velocity = seen.Velocity;
            neighbour.Radius = seen.Radius;
        }
    }

    /// <summary>Takes in one frame as it arrived.</summary>
    /// <returns>Why it was rejected, or none; then <paramref name="sender"/> is who sent it.</returns>
    public FrameError Hear(in HeardFrame heard, out Neighbour? sender)
    {
        sender = null;
        var bytes = heard.Bytes;
        var error = IntentionCodec.TryRead(bytes, out var frame);
        if (error != FrameError.None)
        {
            return error;
        }

        if (frame.Sender == _self)
        {
            return FrameError.WrongSender;
        }

        var sentAt = MessageClock.FromWire(frame.SendTime, heard.Arrived);
        var age = Stamp.Seconds(sentAt, heard.Arrived);
        if (age > StalenessRules.ArrivalSeconds || age < -StalenessRules.FutureSeconds)
        {
            return FrameError.Stale;
        }

        if (Find(frame.Sender, add: true) is not { } neighbour)
        {
            return FrameError.TooMany;
        }

        if (neighbour.HasFrame && sentAt <= neighbour.SentAt)
        {
            return FrameError.Replayed;
        }

        neighbour.HasFrame = true;
        neighbour.Frame = frame;
        neighbour.SentAt = sentAt;
        neighbour.Radius = neighbour.Seen ? neighbour.Radius : heard.Sender?.Radius ?? 0f;
        sender = neighbour;
        return FrameError.None;
    }

    /// <summary>Forgets who is neither seen nor heard, and gives the slots to the most urgent of the others.</summary>
    /// <param name="sensors">The robot's own state, and how far its rays reach.</param>
    /// <param name="now">The present.</param>
    /// <param name="changed">Receives 1 for each slot whose occupant is new, [8].</param>
    public void Attend(SensorFrame sensors, Stamp now, Span<bool> changed)
    {
        changed.Clear();
        foreach (var neighbour in _all)
        {
            if (!neighbour.InUse)
            {
                continue;
            }

            var heard = neighbour.HasFrame && Stamp.Seconds(neighbour.SentAt, now) <= StalenessRules.OutOfSightSeconds;
            if (!neighbour.Sensed && !(heard && neighbour.Radius > 0f))
            {
                Drop(neighbour, forget: !heard);
                continue;
            }

            if (!neighbour.Sensed)
            {
                Extrapolate(neighbour, now);
            }

            if (!neighbour.Seen && !Sightline.MayHide(sensors, neighbour.Position))
            {
                Drop(neighbour, forget: false);
                continue;
            }

            neighbour.Urgency = UrgencyOf(neighbour, sensors.Ego) * (neighbour.Seen ? 1f : UnseenUrgency);
        }

        Seat(changed);
    }

    private static void Extrapolate(Neighbour neighbour, Stamp now)
    {
        var age = (float)Stamp.Seconds(neighbour.SentAt, now);
        neighbour.Velocity = neighbour.Frame.Velocity;
        neighbour.Position = neighbour.Frame.Position + (neighbour.Velocity * age);
    }

    /// <summary>One over the time to contact, were it to close at 0.3 m/s at least.</summary>
    private static float UrgencyOf(Neighbour neighbour, in EgoState ego)
    {
        var offset = neighbour.Position - ego.Position;
        var distance = MathF.Max(offset.Length(), 0.01f);
        var closing = -Vector2.Dot(neighbour.Velocity - ego.Velocity, offset) / distance;
        return MathF.Max(closing, 0.3f) / distance;
    }

    /// <summary>The most urgent first: into a free slot, else into that of somebody clearly less urgent.</summary>
    private void Seat(Span<bool> changed)
    {
        while (MostUrgentWaiting() is { } next)
        {
            var slot = Array.IndexOf(_slots, null);
            if (slot < 0)
            {
                slot = LeastUrgentSlot();
                if (next.Urgency <= _slots[slot]!.Urgency * Hysteresis)
                {
                    return;
                }

                Free(_slots[slot]!);
            }

            next.Slot = slot;
            _slots[slot] = next;
            changed[slot] = true;
        }
    }

    private int LeastUrgentSlot()
    {
        var least = 0;
        for (var i = 1; i < _slots.Length; i++)
        {
            least = _slots[i]!.Urgency < _slots[least]!.Urgency ? i : least;
        }

        return least;
    }

    private Neighbour? MostUrgentWaiting()
    {
        Neighbour? most = null;
        foreach (var neighbour in _all)
        {
            if (neighbour is { InUse: true, Slot: Neighbour.NoSlot, Urgency: > 0f } && (most is null || neighbour.Urgency > most.Urgency))
            {
                most = neighbour;
            }
        }

        return most;
    }

    private void Drop(Neighbour neighbour, bool forget)
    {
        Free(neighbour);
        neighbour.Urgency = 0f;
        neighbour.InUse = !forget;
    }

    private void Free(Neighbour neighbour)
    {
        if (neighbour.Slot != Neighbour.NoSlot)
        {
            _slots[neighbour.Slot] = null;
            neighbour.Slot = Neighbour.NoSlot;
        }
    }

    /// <summary>Makes room for a robot in sight at the cost of one that is known by words alone.</summary>
    private Neighbour? Replace(RobotId id)
    {
        var hearsay = Array.Find(_all, neighbour => !neighbour.Seen);
        if (hearsay is not null)
        {
            Free(hearsay);
            hearsay.Meet(id);
        }

        return hearsay;
    }

    private Neighbour? Find(RobotId id, bool add)
    {
        Neighbour? free = null;
        foreach (var entry in _all)
        {
            if (entry.InUse && entry.Id == id)
            {
                return entry;
            }

            free ??= entry.InUse ? null : entry;
        }

        if (add && free is not null)
        {
            free.Meet(id);
        }

        return add ? free : null;
    }
}
