using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>One body's motion under forces, with its constants.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal sealed class Mover<V>
    where V : unmanaged, ILanes<V>
{
    private readonly BodySpec _body;
    private readonly int _index;
    private readonly bool _positionFirst;
    private readonly bool _bounded;
    private readonly V _kept;
    private readonly V _dt;
    private readonly V _perMass;
    private readonly V _perInertia;
    private readonly V _semiX;
    private readonly V _semiY;
    private readonly V _pullX;
    private readonly V _pullY;

    public Mover(BodySpec body, int index, PhysicsSpec physics)
    {
        (_body, _index, _positionFirst) = (body, index, physics.PositionFirst);
        var dt = physics.Dt / physics.Substeps;
        _kept = V.All(1d - (body.Drag ?? physics.Drag));
        _dt = V.All(dt);
        _perMass = V.All(dt / body.Mass);
        _perInertia = V.All(dt / body.MomentOfInertia);
        _bounded = double.IsFinite(physics.SemiX) || double.IsFinite(physics.SemiY);
        (_semiX, _semiY) = (V.All(physics.SemiX), V.All(physics.SemiY));
        _pullX = V.All(body.Mass * (physics.GravityX + body.GravityX));
        _pullY = V.All(body.Mass * (physics.GravityY + body.GravityY));
        HasPull = body.Movable && (physics.GravityX + body.GravityX != 0d || physics.GravityY + body.GravityY != 0d);
        HasFriction = (body.Movable && body.LinearFriction > 0d) || (body.Rotatable && body.AngularFriction > 0d);
    }

    private bool HasPull { get; }

    private bool HasFriction { get; }

    /// <summary>Adds gravity and dry friction.</summary>
    public void Weigh(Tile<V> tile, Forces<V> forces)
    {
        if (HasPull)
        {
            forces.X(_index) += _pullX;
            forces.Y(_index) += _pullY;
        }

        if (HasFriction)
        {
            Rub(tile, forces);
        }
    }

    /// <summary>Moves and turns the body by one part of a step.</summary>
    /// <param name="tile">Written.</param>
    /// <param name="forces">Read.</param>
    /// <param name="first">Whether this is the step's first part, in which drag acts.</param>
    public void Move(Tile<V> tile, Forces<V> forces, bool first)
    {
        if (_body.Movable)
        {
            Shift(tile, forces, first);
        }

        if (_body.Rotatable)
        {
            Turn(tile, forces, first);
        }
    }

    private void Shift(Tile<V> tile, Forces<V> forces, bool first)
    {
        var (vx, vy) = (tile.VelocityX(_index), tile.VelocityY(_index));
        var (x, y) = (tile.X(_index), tile.Y(_index));
        if (_positionFirst)
        {
            x += vx * _dt;
            y += vy * _dt;
        }

        if (first)
        {
            vx *= _kept;
            vy *= _kept;
        }

        vx += forces.X(_index) * _perMass;
        vy += forces.Y(_index) * _perMass;
        if (double.IsFinite(_body.MaxSpeed))
        {
            var speed = V.Sqrt((vx * vx) + (vy * vy));
            var most = V.All(_body.MaxSpeed);
            var fast = speed > most;
            vx = V.Select(fast, vx / speed * most, vx);
            vy = V.Select(fast, vy / speed * most, vy);
        }

        if (double.IsFinite(_body.MaxComponent))
        {
            vx = Clamp(vx, V.All(_body.MaxComponent));
            vy = Clamp(vy, V.All(_body.MaxComponent));
        }

        if (!_positionFirst)
        {
            x += vx * _dt;
            y += vy * _dt;
        }

        if (_bounded)
        {
            x = Clamp(x, _semiX);
            y = Clamp(y, _semiY);
        }

        tile.VelocityX(_index) = vx;
        tile.VelocityY(_index) = vy;
        tile.X(_index) = x;
        tile.Y(_index) = y;
    }

    private void Turn(Tile<V> tile, Forces<V> forces, bool first)
    {
        var spin = tile.Spin(_index);
        if (first)
        {
            spin *= _kept;
        }

        spin += forces.Torque(_index) * _perInertia;
        tile.Spin(_index) = spin;
        tile.Rotation(_index) += spin * _dt;
        Tiles.Face(tile, _body, _index);
    }

    /// <summary>
    /// Dry friction as VMAS has it: per component no more than what would stop that component within this part of the step. So a body that moves
    /// along an axis stops, one that moves askew keeps a share, and neither turns back - but for drag, which acts besides on what is to be stopped.
    /// </summary>
    private void Rub(Tile<V> tile, Forces<V> forces)
    {
        var zero = V.All(0d);
        if (_body.Movable && _body.LinearFriction > 0d)
        {
            var (vx, vy) = (tile.VelocityX(_index), tile.VelocityY(_index));
            var speed = V.Sqrt((vx * vx) + (vy * vy));
            var moves = speed > zero;
            var most = V.All(_body.LinearFriction * _body.Mass);
            forces.X(_index) -= V.Select(moves, vx / speed * V.Min(most, V.Abs(vx) / _perMass), zero);
            forces.Y(_index) -= V.Select(moves, vy / speed * V.Min(most, V.Abs(vy) / _perMass), zero);
        }

        if (_body.Rotatable && _body.AngularFriction > 0d)
        {
            var spin = tile.Spin(_index);
            var size = V.Abs(spin);
            var most = V.All(_body.AngularFriction * _body.MomentOfInertia);
            forces.Torque(_index) -= V.Select(size > zero, spin / size * V.Min(most, size / _perInertia), zero);
        }
    }

    private static V Clamp(V value, V most) => V.Min(V.Max(value, -most), most);
}
