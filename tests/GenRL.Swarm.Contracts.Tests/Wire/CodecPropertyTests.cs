using FsCheck;
using FsCheck.Fluent;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Contracts.Tests.Wire;

public sealed class CodecPropertyTests
{
    public static TheoryData<string> Kinds => [.. Frames.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reading_and_writing_again_gives_the_same_bytes(string kind)
    {
        var (_, good, recode) = Find(kind);
        Prop.ForAll(good.ToArbitrary(), bytes => recode(bytes, out var again) == FrameError.None && again.AsSpan().SequenceEqual(bytes))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_frame_with_one_or_two_flipped_bits_is_never_accepted(string kind)
    {
        var (_, good, recode) = Find(kind);
        var flipped =
            from bytes in good
            from first in Gen.Choose(0, (bytes.Length * 8) - 1)
            from second in Gen.Choose(0, (bytes.Length * 8) - 1)
            select Flip(bytes, first, second);
        Prop.ForAll(flipped.ToArbitrary(), bytes => recode(bytes, out _) is FrameError.BadChecksum).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_truncated_or_lengthened_frame_is_never_accepted(string kind)
    {
        var (_, good, recode) = Find(kind);
        var wrong =
            from bytes in good
            from length in Gen.Choose(0, bytes.Length + 40).Where(length => length != bytes.Length)
            select Resize(bytes, length);
        Prop.ForAll(wrong.ToArbitrary(), bytes => recode(bytes, out _) != FrameError.None).QuickCheckThrowOnFailure();
    }

    /// <summary>Random bodies under a good check sum reach the checks behind it: what is accepted must be what the codec writes.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Random_bytes_under_a_good_check_sum_are_named_or_canonical(string kind)
    {
        var (_, good, recode) = Find(kind);
        var damaged =
            from bytes in good
            from changes in Gen.Choose(0, 255).ListOf(3)
            from at in Gen.Choose(0, bytes.Length - 1).ListOf(3)
            select Damage(bytes, changes, at, kind);
        Prop.ForAll(damaged.ToArbitrary(), bytes =>
        {
            var error = recode(bytes, out var again);
            return Enum.IsDefined(error) && (error != FrameError.None || again.AsSpan().SequenceEqual(bytes));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Random_bytes_never_throw(string kind)
    {
        var (_, _, recode) = Find(kind);
        Prop.ForAll(Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf().ToArbitrary(), bytes => Enum.IsDefined(recode(bytes, out _)))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_frame_is_taken_for_another_kind()
    {
        foreach (var from in Frames.All)
        {
            var bytes = from.Good.Sample(1).First();
            Assert.All(Frames.All.Where(to => to.Name != from.Name), to => Assert.NotEqual(FrameError.None, to.Recode(bytes, out _)));
        }
    }

    /// <summary>All 18,528 errors of one or two bits of one frame: the claim of the check sum's polynomial.</summary>
    [Fact]
    public void The_intention_check_sum_finds_every_error_of_two_bits()
    {
        var good = Frames.Intention.Sample(1).First();
        for (var first = 0; first < good.Length * 8; first++)
        {
            for (var second = first; second < good.Length * 8; second++)
            {
                Assert.Equal(FrameError.BadChecksum, IntentionCodec.TryRead(Flip(good, first, second), out _));
            }
        }
    }

    private static (string Name, Gen<byte[]> Good, Frames.Recode Recode) Find(string kind) => Frames.All.Single(frame => frame.Name == kind);

    private static byte[] Flip(byte[] bytes, int first, int second)
    {
        byte[] flipped = [.. bytes];
        flipped[first / 8] ^= (byte)(1 << (first % 8));
        if (second != first)
        {
            flipped[second / 8] ^= (byte)(1 << (second % 8));
        }

        return flipped;
    }

    private static byte[] Resize(byte[] bytes, int length)
    {
        var resized = new byte[length];
        bytes.AsSpan(0, Math.Min(length, bytes.Length)).CopyTo(resized);
        return resized;
    }

    private static byte[] Damage(byte[] bytes, List<int> changes, List<int> at, string kind)
    {
        byte[] damaged = [.. bytes];
        for (var i = 0; i < changes.Count; i++)
        {
            damaged[at[i]] = (byte)changes[i];
        }

        return Reseal(damaged, kind == "intention");
    }

    internal static byte[] Reseal(byte[] bytes, bool isIntention)
    {
        if (isIntention)
        {
            bytes[^1] = Crc8.Of(bytes.AsSpan(0, bytes.Length - 1));
        }
        else
        {
            var end = bytes.Length - FrameEnvelope.CheckLength;
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(end), Crc32C.Of(bytes.AsSpan(0, end)));
        }

        return bytes;
    }
}
