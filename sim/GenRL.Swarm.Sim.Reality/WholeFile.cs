namespace GenRL.Swarm.Sim.Reality;

/// <summary>Writes a file whole or not at all.</summary>
public static class WholeFile
{
    /// <summary>Writes <paramref name="text"/> beside <paramref name="path"/>, flushes it, and gives it its name; on any error nothing is left behind.</summary>
    /// <exception cref="IOException">It cannot be written; the file that was there before is as it was.</exception>
    public static void Write(string path, string text)
    {
        var unfinished = path + ".unfinished";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }

            throw;
        }
    }
}
