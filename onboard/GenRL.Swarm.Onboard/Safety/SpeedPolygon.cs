using System.Numerics;

namespace GenRL.Swarm.Onboard.Safety;

/// <summary>
/// The speed limit as 8 rows: a regular octagon inscribed in the circle |u| = v_max, so no command in it is faster than allowed. One corner
/// points along the requested command: a request within the limit lies inside whatever its direction, and a faster one is shortened, not turned.
/// </summary>
internal static class SpeedPolygon
{
    /// <summary>Number of rows.</summary>
    public const int Faces = 8;

    /// <summary>Radius of the largest circle inside the polygon, as a part of v_max: cos(pi / 8).</summary>
    public const double InnerRadius = 0.92387953251128674;

    /// <summary>sin(pi / 8).</summary>
    private const double HalfFaceSine = 0.38268343236508977;

    /// <summary>Half the square root of 2: cosine and sine of the turn from one face to the next.</summary>
    private const double Turn = 0.70710678118654752;

    /// <summary>Part of v_max by which rounding to single precision may exceed it: a request clamped to v_max elsewhere counts as within.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Shortens <paramref name="request"/> to <paramref name="maxSpeed"/>, metres per second. False when it is within the limit already.</summary>
    public static bool TryShorten(Vector2 request, double maxSpeed, out Vector2 shortened)
    {
        var length = Math.Sqrt((double)request.X * request.X + (double)request.Y * request.Y);
        var tooFast = length > maxSpeed * (1 + Rounding);
        shortened = tooFast ? new Vector2((float)(request.X / length * maxSpeed), (float)(request.Y / length * maxSpeed)) : request;
        return tooFast;
    }

    /// <summary>Writes the rows, normals of length 1, into the first <see cref="Faces"/> of <paramref name="rows"/>.</summary>
    public static void Write(Span<HalfPlane> rows, double requestX, double requestY, double maxSpeed)
    {
        var length = Math.Sqrt(requestX * requestX + requestY * requestY);
        var (cornerX, cornerY) = length > 1e-9 ? (requestX / length, requestY / length) : (1.0, 0.0);
        var x = cornerX * InnerRadius - cornerY * HalfFaceSine;
        var y = cornerX * HalfFaceSine + cornerY * InnerRadius;
        for (var i = 0; i < Faces; i++)
        {
            rows[i] = new HalfPlane(x, y, maxSpeed * InnerRadius * (1 + Rounding));
            (x, y) = (Turn * (x - y), Turn * (x + y));
        }
    }
}
