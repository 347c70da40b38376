namespace GenRL.Swarm.Contracts.Wire;

/// <summary>The second byte of a frame: which codec reads it, so that a frame on the wrong topic is never taken for another kind.</summary>
internal enum FrameKind : byte
{
    /// <summary><see cref="SensorCodec"/>.</summary>
    Sensors = (byte)'S',

    /// <summary><see cref="CommandCodec"/>.</summary>
    Command = (byte)'C',

    /// <summary><see cref="GoalCodec"/>.</summary>
    Goal = (byte)'G',

    /// <summary><see cref="HelloCodec"/>.</summary>
    Hello = (byte)'H',
}
