namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// One position of an indexer: a number, a slice, an ellipsis, a new axis, a truth value, or a tensor of indices or truths.
    /// </summary>
    public readonly struct TensorIndex
    {
        /// <summary>All the axes that the other positions leave over.</summary>
        public static readonly TensorIndex Ellipsis = new(IndexKind.Ellipsis);

        /// <summary>A new axis of length one.</summary>
        public static readonly TensorIndex None = new(IndexKind.None);

        /// <inheritdoc cref="None"/>
        public static readonly TensorIndex Null = None;

        /// <summary>The whole axis.</summary>
        public static readonly TensorIndex Colon = Slice();

        private TensorIndex(IndexKind kind, long first = 0, long second = 0, long third = 0, Tensor? index = null)
        {
            Kind = kind;
            First = first;
            Second = second;
            Third = third;
            Index = index;
        }

        internal IndexKind Kind { get; }

        internal long First { get; }

        internal long Second { get; }

        internal long Third { get; }

        internal Tensor? Index { get; }

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Tensor tensor) => Tensor(tensor);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>From start up to, not including, stop; negative numbers count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(IndexKind.Slice, start ?? 0, stop ?? long.MaxValue, step ?? 1);

        public static TensorIndex Slice(Range range) =>
            Slice(
                range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
                !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -range.End.Value);

        public static TensorIndex Bool(bool value) => new(IndexKind.Bool, value ? 1 : 0);

        public static TensorIndex Single(long? index) => new(IndexKind.Single, index ?? 0);

        public static TensorIndex Tensor(Tensor tensor) => new(IndexKind.Tensor, index: tensor);
    }

    /// <summary>The kinds of a position, numbered as the native side reads them.</summary>
    internal enum IndexKind
    {
        None = 0,
        Single = 1,
        Ellipsis = 2,
        Bool = 3,
        Tensor = 4,
        Slice = 5,
    }
}
