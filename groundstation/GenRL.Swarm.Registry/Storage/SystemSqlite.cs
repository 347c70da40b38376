using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace GenRL.Swarm.Registry.Storage;

/// <summary>Takes the operating system's SQLite, which its distribution keeps up to date, instead of a copy inside a package.</summary>
internal static class SystemSqlite
{
    private const string Library = "libsqlite3.so.0";

    private static readonly Lock Once = new();
    private static bool _ready;

    /// <summary>Makes it so for the whole process; further calls do nothing.</summary>
    /// <exception cref="DllNotFoundException">SQLite is not installed; the message says how to install it.</exception>
    public static void Use()
    {
        lock (Once)
        {
            if (_ready)
            {
                return;
            }

            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            _ready = true;
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3")
        {
            return 0;
        }

        return NativeLibrary.TryLoad(Library, out var handle)
            ? handle
            : throw new DllNotFoundException($"{Library} is missing: sudo apt-get install libsqlite3-0");
    }
}
