using GenRL.Swarm.Models;

namespace GenRL.Swarm.Learning.Export;

/// <summary>The inputs that <c>encode</c> and <c>predict</c> share, as <see cref="EntityRows"/>.</summary>
internal sealed class EntityInputs
{
    /// <summary>Declares the inputs but for those about the ego's motion.</summary>
    /// <param name="g">The graph to write to.</param>
    /// <param name="weights">The world model's weights.</param>
    /// <param name="egoVelocity">[1,2]; its position is the origin.</param>
    /// <param name="neighbours">Rows of the neighbours' inputs: a number or the name of a free dimension.</param>
    public EntityInputs(OnnxGraph g, Weights weights, string egoVelocity, object neighbours)
    {
        // Relative position, relative velocity, velocity, way-points and goal less position, has message, seconds since, ego velocity and command.
        var features = g.Split(g.Input(GraphNames.NeighbourFeatures, neighbours, NetworkShape.NeighbourFeatures), 1, 2, 2, 2, 8, 1, 1, 4);
        var position = features[0];
        var fixedPoints = g.Add(features[3], g.Concat(1, position, position, position, position));
        Elapsed = features[5];
        Rows = new EntityRows(g, g.Input(GraphNames.Mask, neighbours, 1));
        Cell = new EntityCell(g, weights, Rows, g.Concat(1, fixedPoints, features[4]));
        States = g.Concat(0, g.Concat(1, g.Constant([0f, 0f], 1, 2), egoVelocity), g.Concat(1, position, features[2]));
        Memory = g.Concat(0, g.Input(GraphNames.EgoMemory, 1, NetworkShape.Memory), g.Input(GraphNames.NeighbourMemory, neighbours, NetworkShape.Memory));
        var latents = g.Concat(0, g.Input(GraphNames.EgoLatent, 1, NetworkShape.Latent), g.Input(GraphNames.NeighbourLatent, neighbours, NetworkShape.Latent));
        Remembered = g.Concat(1, Memory, latents);
    }

    /// <summary>Which row is whose.</summary>
    public EntityRows Rows { get; }

    /// <summary>The step of the world model.</summary>
    public EntityCell Cell { get; }

    /// <summary>(p, v), [1+N,4].</summary>
    public string States { get; }

    /// <summary>h, [1+N,64].</summary>
    public string Memory { get; }

    /// <summary>[h, z], [1+N,72].</summary>
    public string Remembered { get; }

    /// <summary>Seconds since the neighbours' messages were read, [N,1].</summary>
    public string Elapsed { get; }
}
