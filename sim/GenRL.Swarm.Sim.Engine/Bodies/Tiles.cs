using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>What keeps a tile's derived numbers in step.</summary>
internal static class Tiles
{
    /// <summary>Renews cosine and sine of a body's rotation, where its shape has use for them.</summary>
    public static void Face<V>(Tile<V> tile, BodySpec body, int index)
        where V : unmanaged, ILanes<V>
    {
        if (body.Shape is not BodyShape.Disc)
        {
            tile.Cos(index) = V.Cos(tile.Rotation(index));
            tile.Sin(index) = V.Sin(tile.Rotation(index));
        }
    }
}
