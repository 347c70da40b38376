namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>All parameters and buffers by key; the tensors are the module's own.</summary>
            public Dictionary<string, Tensor> state_dict()
            {
                var state = new Dictionary<string, Tensor>();
                foreach (var (name, parameter) in named_parameters())
                {
                    state.Add(name, parameter);
                }

                foreach (var (name, buffer) in named_buffers())
                {
                    state.Add(name, buffer);
                }

                return state;
            }

            /// <summary>Copies the tensors of <paramref name="source"/> into this module.</summary>
            /// <exception cref="InvalidOperationException">Strict, and the keys differ.</exception>
            public (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                List<string> missing = [.. own.Keys.Where(key => !source.ContainsKey(key) && skip?.Contains(key) != true)];
                List<string> unexpected = [.. source.Keys.Where(key => !own.ContainsKey(key) && skip?.Contains(key) != true)];
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        $"The state does not fit the module {GetName()}: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}].");
                }

                using var _ = no_grad();
                foreach (var (key, tensor) in own)
                {
                    if (skip?.Contains(key) != true && source.TryGetValue(key, out var value))
                    {
                        tensor.copy_(value);
                    }
                }

                return (missing, unexpected);
            }

            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes TorchSharp's own format: the count, then key, element type, shape and bytes of each tensor.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                var state = state_dict().Where(entry => skip?.Contains(entry.Key) != true).ToList();
                writer.Encode(state.Count);
                foreach (var (key, tensor) in state)
                {
                    writer.Write(key);
                    tensor.Save(writer);
                }

                return this;
            }

            /// <summary>As <see cref="load(BinaryReader, bool, IList{string}?)"/>, from a file.</summary>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            public Module load(string location, bool strict = true, IList<string>? skip = null)
            {
                if (!File.Exists(location))
                {
                    throw new FileNotFoundException($"There is no file {location}.", location);
                }

                using var stream = File.OpenRead(location);
                return load(stream, strict, skip);
            }

            public Module load(Stream stream, bool strict = true, IList<string>? skip = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip);
            }

            /// <summary>Reads what <see cref="save(BinaryWriter, IList{string}?)"/> wrote into the tensors of this module.</summary>
            /// <remarks>A failure leaves the tensors before the failing one overwritten.</remarks>
            /// <exception cref="ArgumentException">A key, an element type or a shape does not fit this module.</exception>
            /// <exception cref="InvalidDataException">The bytes make no sense.</exception>
            /// <exception cref="EndOfStreamException">The file is cut short.</exception>
            public Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null)
            {
                var state = state_dict();
                var count = reader.Decode();
                if (strict && count != state.Count)
                {
                    throw new ArgumentException($"The module {GetName()} has {state.Count} tensors, the file {count}.", nameof(reader));
                }

                for (var i = 0L; i < count; i++)
                {
                    var key = reader.DecodeKey();
                    var found = state.TryGetValue(key, out var tensor);
                    if (!found && strict)
                    {
                        throw new ArgumentException($"The module {GetName()} has no tensor '{key}'.", nameof(reader));
                    }

                    TensorExtensionMethods.Load(reader, key, skip?.Contains(key) == true ? null : tensor);
                }

                return this;
            }
        }
    }
}
