using System.Runtime.CompilerServices;
using GenRL.Swarm.Models.Runtime;

namespace Microsoft.ML.OnnxRuntime.Tests;

internal static class LoadedFirst
{
    /// <summary>As every process does: the library is chosen before the first use of the binding, whichever test comes first.</summary>
    [ModuleInitializer]
    internal static void Load() => OnnxRuntimeLibrary.Load();
}
