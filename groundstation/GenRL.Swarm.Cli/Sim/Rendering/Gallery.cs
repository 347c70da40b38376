using System.Net;
using System.Text;
using GenRL.Swarm.Cli.Sim.Policies;
using GenRL.Swarm.Cli.Sim.Running;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Pictures.Films;
using GenRL.Swarm.Sim.Pictures.Replay;
using GenRL.Swarm.Sim.Pictures.Svg;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Cli.Sim.Rendering;

/// <summary>Every scenario's picture and replay, an index of them, and all of them on one sheet.</summary>
internal sealed class Gallery(ulong seed, string policy, int steps)
{
    private const int Columns = 6;

    /// <summary>Writes the folder, whole or not at all.</summary>
    public void Write(string path, IReadOnlyList<ScenarioEntry> entries, ProgressLine progress, CancellationToken cancellationToken)
    {
        using var folder = new NewFolder(path);
        var films = new List<(Film Film, int Frame, string Title)>();
        var index = new StringBuilder();
        foreach (var entry in entries)
        {
            progress.Show($"render: {films.Count} of {entries.Count} scenarios, {entry.Name}");
            var film = Take(entry, cancellationToken);
            films.Add((film, film.Frames.Count - 1, entry.Name));
            folder.Write($"{entry.Name}.svg", SvgPicture.Of(film, film.Frames.Count - 1, entry.Name));
            folder.Write($"{entry.Name}.html", HtmlReplay.Of(film, entry.Name, entry.Summary));
            var (name, summary) = (WebUtility.HtmlEncode(entry.Name), WebUtility.HtmlEncode(entry.Summary));
            index.Append($"<a href=\"{name}.html\"><img src=\"{name}.svg\" alt=\"{name}\" loading=\"lazy\"><b>{name}</b><span>{summary}</span></a>\n");
        }

        folder.Write("scenarios.svg", ContactSheet.Of(films, Columns));
        folder.Write("index.html", Page(index, entries.Count));
        folder.Finish();
    }

    private Film Take(ScenarioEntry entry, CancellationToken cancellationToken)
    {
        using var environment = ScenarioOptions.Create(entry, new ScenarioRequest());
        var rollout = new Rollout(environment, PolicyOption.Make(policy, seed, environment.Shape.Worlds), seed);
        return FilmRun.Take(rollout, steps, oneEpisode: true, progress: null, cancellationToken);
    }

    private static string Page(StringBuilder index, int count) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{count}} scenarios</title><style>
        :root{color-scheme:light dark;--ground:#fcfcfa;--ink:#22262d;--soft:#6b7280;--line:#dcdad3}
        @media(prefers-color-scheme:dark){:root{--ground:#14181e;--ink:#e8eaee;--soft:#98a1b0;--line:#313a47} }
        body{margin:24px;background:var(--ground);color:var(--ink);font:14px/1.4 system-ui,sans-serif}
        main{display:grid;grid-template-columns:repeat(auto-fill,minmax(260px,1fr));gap:20px}
        a{color:inherit;text-decoration:none;border:1px solid var(--line);border-radius:10px;padding:10px;display:flex;flex-direction:column;gap:2px}
        img{width:100%;aspect-ratio:1;object-fit:contain}span{color:var(--soft);font-size:13px}
        </style></head><body><main>
        {{index}}</main></body></html>

        """;
}
