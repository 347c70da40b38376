// Shows the snapshots that the ground station sends over /live. map.js draws the map, colours.js names the colours.
import { FleetMap } from './map.js';
import { bundleColour, robotColour, shieldColour, shieldNames } from './colours.js';

const $ = id => document.getElementById(id);
const map = new FleetMap($('map'));

function element(tag, className, ...children) {
  const e = document.createElement(tag);
  if (className) e.className = className;
  e.append(...children);
  return e;
}

function fill(target, ...children) { target.replaceChildren(...children); }

function badge(release) {
  const b = element('span', 'bundle', release.slice(0, 8));
  b.style.color = bundleColour(release);
  b.title = release;
  return b;
}

function showPhase(phase) {
  const order = ['A', 'B', 'C'];
  for (const li of $('phases').children) {
    const step = order.indexOf(li.dataset.phase) - order.indexOf(phase.phase);
    li.className = !order.includes(phase.phase) ? '' : step < 0 ? 'done' : step === 0 ? 'now' : '';
  }
  $('phase-detail').textContent = phase.detail || 'waiting for the fleet';
  $('phase-percent').textContent = phase.detail ? `${Math.round(phase.progress * 100)} %` : '';
  $('phase-bar').style.width = `${phase.progress * 100}%`;
}

function tile(value, unit, label) {
  return element('div', 'tile', element('b', '', value, element('small', '', unit)), element('span', '', label));
}

function showTiles(s) {
  const online = s.robots.filter(r => r.online);
  const sum = f => s.robots.reduce((n, r) => n + f(r.status), 0);
  const p99 = online.length ? Math.max(...online.map(r => r.status.tick.p99_milliseconds)).toFixed(1) : '–';
  const ticks = sum(r => r.tick.count);
  const missed = sum(r => r.tick.missed);
  fill($('tiles'),
    tile(`${online.length}`, `/${s.robots.length}`, 'robots online'),
    tile(p99, 'ms', 'worst tick p99'),
    tile(ticks ? (100 * missed / ticks).toFixed(2) : '–', '%', 'ticks missed'),
    tile(`${s.log_count}`, `${(s.log_bytes / 1048576).toFixed(1)} MB`, 'logs arrived'));
}

function robotRow({ online, silent_seconds: silent, status: r }) {
  const dot = element('span', 'dot');
  dot.style.background = robotColour(r.robot);
  const name = element('td', '', dot, `r${r.robot}`);
  if (!online) name.append(element('span', 'warn', ` silent ${silent.toFixed(0)} s`));
  if (r.battery_low) name.append(element('span', 'warn', ' battery'));
  const shield = element('td', '', shieldNames[r.shield.reason] ?? r.shield.reason);
  shield.style.color = r.shield.reason === 'None' ? 'var(--soft)' : shieldColour(r.shield.reason);
  const row = element('tr', online ? '' : 'offline', name, element('td', '', badge(r.release)), shield,
    element('td', 'n', r.shield.interventions.toLocaleString('en')), element('td', 'n', r.tick.p99_milliseconds.toFixed(1)),
    element('td', `n${r.tick.missed > 0 ? ' warn' : ''}`, `${r.tick.missed}`));
  return row;
}

function showRollout(s) {
  const r = s.rollout;
  if (!r) {
    fill($('rollout'), s.active_release ? element('span', '', 'all robots: ', badge(s.active_release.release), ` ${s.active_release.floor}`)
      : element('span', 'empty', 'no release yet'));
    return;
  }
  const stage = element('span', r.stage === 'Stopped' ? 'warn' : '', r.stage.toLowerCase());
  const head = element('div', '', badge(r.previous), ' → ', badge(r.release), ' ', stage);
  const members = r.members.map((m, i) => element('span', `member ${m.state}`, `r${m.robot}${i === 0 ? ' canary' : ''} · ${m.state.toLowerCase()}`));
  fill($('rollout'), head, element('div', 'members', ...members), ...(r.reason ? [element('div', 'warn', r.reason)] : []));
}

function showEvents(s) {
  const rejected = Object.entries(s.rejected).map(([what, n]) => element('li', 'bad', element('time', '', '×' + n), `rejected ${what}`));
  const events = s.events.slice(0, 60).map(e => element('li', e.level, element('time', '', new Date(e.time).toTimeString().slice(0, 8)), e.text));
  fill($('events'), ...rejected, ...events);
  if (!rejected.length && !events.length) $('events').append(element('li', 'empty', 'nothing yet'));
}

function show(snapshot) {
  if (snapshot.active_release) bundleColour(snapshot.active_release.release);
  $('fleet').textContent = snapshot.fleet;
  showPhase(snapshot.phase);
  showTiles(snapshot);
  fill($('robots'), ...snapshot.robots.map(robotRow));
  showRollout(snapshot);
  showEvents(snapshot);
  link(snapshot.bus_connected ? 'live' : 'bus is down', snapshot.bus_connected ? 'good' : 'bad');
  map.update(snapshot);
}

function link(text, level) {
  $('link').textContent = text;
  $('link').className = `pill ${level}`;
}

function showLegend() {
  const line = (name, text) => element('span', '', element('i', name), text);
  const rings = ['Neighbour', 'Obstacle', 'Infeasible', 'StaleSensors'].map(reason => {
    const ring = element('i', 'ring');
    ring.style.borderColor = shieldColour(reason);
    return element('span', '', ring, `shield: ${shieldNames[reason]}`);
  });
  fill($('legend'), line('plan', 'imagined path'), line('told', 'as told to neighbours'), line('goal', 'goal'), ...rings);
}

async function connect() {
  const connection = new signalR.HubConnectionBuilder().withUrl('live').withAutomaticReconnect({ nextRetryDelayInMilliseconds: () => 1000 }).build();
  connection.on('snapshot', show);
  connection.onreconnecting(() => link('reconnecting', 'bad'));
  for (;;) {
    try {
      await connection.start();
      return;
    } catch {
      link('no ground station', 'bad');
      await new Promise(resolve => setTimeout(resolve, 1000));
    }
  }
}

showLegend();
fetch('fleet').then(r => r.json()).then(show).catch(() => {});
connect();
