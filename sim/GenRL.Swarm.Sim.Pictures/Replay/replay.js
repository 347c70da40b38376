"use strict";
const film = JSON.parse(document.getElementById("film").textContent);
const byId = id => document.getElementById(id);
const DISC = 0, BOX = 1, SEGMENT = 2;
const TRAIL_FRAMES = 240;
const [left, bottom, right, top_] = film.extent;
const styles = [];
for (const role of film.roles) styles[role.role] = { ...role, shown: true };
const moves = role => styles[role].manner === "Body";

// Frames list differences from the frame before; here each becomes a whole list of shapes, sharing those that stay.
const frames = [];
for (const [episode, step, earned, ...changes] of film.frames) {
  const before = frames.length ? frames[frames.length - 1].shapes : [];
  const shapes = [];
  for (const change of changes) {
    if (typeof change === "number") {
      for (let n = 0; n < change; n++) shapes.push(before[shapes.length]);
    } else if (change.length === 8) {
      const [kind, role, x, y, a, b, turn, label] = change;
      shapes.push({ kind, role, x: x * film.unit, y: y * film.unit, a: a * film.unit, b: b * film.unit, turn: turn === null ? null : turn / 1000, label });
    } else {
      const shape = { ...before[shapes.length], x: change[0] * film.unit, y: change[1] * film.unit };
      if (change.length === 3) shape.turn = change[2] / 1000;
      if (change.length === 4) [shape.a, shape.b] = [change[2] * film.unit, change[3] * film.unit];
      shapes.push(shape);
    }
  }
  frames.push({ episode, step, earned, shapes });
}

// A scene names no robots: the n-th body is the n-th again as long as the bodies' roles are the same; where one vanished or changed its role,
// each is the nearest one of the frame before.
const REACH = 3;
const isBody = shape => shape.kind !== SEGMENT && moves(shape.role);
function nearest(bodies, body) {
  let found = -1, least = REACH * (body.kind === DISC ? body.a : Math.max(body.a, body.b) / 2);
  bodies.forEach((other, n) => {
    const distance = Math.hypot(other.x - body.x, other.y - body.y);
    if (distance < least) [found, least] = [n, distance];
  });
  return found;
}
frames.forEach((frame, i) => {
  const before = frames[i - 1];
  frame.bodies = frame.shapes.filter(isBody);
  frame.key = `${frame.episode}/${frame.bodies.map(body => body.role).join("")}`;
  frame.links = !before || before.episode !== frame.episode ? frame.bodies.map(() => -1)
    : before.key === frame.key ? frame.bodies.map((_, n) => n) : frame.bodies.map(body => nearest(before.bodies, body));
});

const canvas = byId("picture");
const pen = canvas.getContext("2d");
const asked = new URLSearchParams(location.hash.slice(1));
const wish = matchMedia("(prefers-color-scheme: dark)");
let dark = asked.get("theme") ? asked.get("theme") === "dark" : wish.matches;
let at = 0, playing = false, last = 0, trails = true, speed = 1;
let scale = 1, offsetX = 0, offsetY = 0;

const toX = x => offsetX + scale * (x - left);
const toY = y => offsetY + scale * (top_ - y);
const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colour = role => dark ? styles[role].dark : styles[role].light;
const mix = (from, to, share) => from + (to - from) * share;
const mixTurn = (from, to, share) => from + Math.atan2(Math.sin(to - from), Math.cos(to - from)) * share;

function between(share, before, after) {
  if (share === 0 || before.key !== after.key || before.shapes.length !== after.shapes.length) return before.shapes;
  return before.shapes.map((shape, i) => {
    const next = after.shapes[i];
    if (shape === next || shape.kind !== next.kind || shape.role !== next.role) return shape;
    const moved = { ...shape, x: mix(shape.x, next.x, share), y: mix(shape.y, next.y, share) };
    if (shape.kind === SEGMENT) [moved.a, moved.b] = [mix(shape.a, next.a, share), mix(shape.b, next.b, share)];
    if (shape.turn !== null && next.turn !== null) moved.turn = mixTurn(shape.turn, next.turn, share);
    return moved;
  });
}

function apply(manner, ink, ground) {
  pen.setLineDash([]);
  pen.lineCap = pen.lineJoin = "round";
  pen.fillStyle = pen.strokeStyle = ink;
  const rules = {
    Ground: [1, 0, 0], Solid: [1, 1, 1.5], Ring: [.2, 1, 1.8], Body: [1, 1, 1.2], Thin: [.05, .45, 1], Dashed: [0, .85, 1.8],
  }[manner];
  if (manner === "Body") pen.strokeStyle = ground;
  if (manner === "Dashed") pen.setLineDash([6, 4]);
  pen.lineWidth = rules[2];
  return rules;
}

function paint(fill, stroke) {
  if (fill > 0) { pen.globalAlpha = fill; pen.fill(); }
  if (stroke > 0) { pen.globalAlpha = stroke; pen.stroke(); }
  pen.globalAlpha = 1;
}

function drawShape(shape, ground, soft) {
  const { manner } = styles[shape.role];
  const [fill, stroke] = apply(manner, colour(shape.role), ground);
  const x = toX(shape.x), y = toY(shape.y);
  pen.beginPath();
  if (shape.kind === SEGMENT) {
    pen.moveTo(x, y);
    pen.lineTo(toX(shape.a), toY(shape.b));
    paint(0, stroke || 1);
    return;
  }

  let halfWidth, halfHeight;
  if (shape.kind === DISC) {
    halfWidth = halfHeight = Math.max(scale * shape.a, 2.2);
    pen.arc(x, y, halfWidth, 0, 2 * Math.PI);
    paint(fill, stroke);
    if (shape.turn !== null) {
      const from = (shape.label ? .62 : .15) * halfWidth, c = Math.cos(shape.turn), s = Math.sin(shape.turn);
      pen.setLineDash([]);
      pen.strokeStyle = ground;
      pen.lineWidth = 2;
      pen.beginPath();
      pen.moveTo(x + from * c, y - from * s);
      pen.lineTo(x + .92 * halfWidth * c, y - .92 * halfWidth * s);
      pen.stroke();
    }
  } else {
    [halfWidth, halfHeight] = [scale * shape.a / 2, scale * shape.b / 2];
    pen.save();
    pen.translate(x, y);
    pen.rotate(-(shape.turn || 0));
    pen.roundRect(-halfWidth, -halfHeight, 2 * halfWidth, 2 * halfHeight, Math.min(2, .3 * Math.min(halfWidth, halfHeight)));
    paint(fill, stroke);
    pen.restore();
    halfHeight = Math.min(halfWidth, halfHeight);
  }

  if (shape.label) {
    const letter = Math.min(1.25 * halfHeight, 15, 1.9 * halfWidth / (.6 * shape.label.length));
    if (letter >= 6.5) {
      const on = manner === "Body" || manner === "Solid";
      pen.fillStyle = on ? ground : soft;
      pen.font = `${on ? 600 : 400} ${letter}px system-ui, sans-serif`;
      pen.textAlign = "center";
      pen.textBaseline = "middle";
      pen.fillText(shape.label, x, y + .06 * letter);
    }
  }
}

function drawTrails(index, shapes) {
  pen.setLineDash([]);
  pen.lineCap = "butt";
  pen.lineWidth = 2.4;
  shapes.filter(isBody).forEach((head, n) => {
    if (!styles[head.role].shown) return;
    pen.strokeStyle = colour(head.role);
    let from = head;
    for (let i = index, body = n, age = 0; body >= 0 && age < TRAIL_FRAMES; body = frames[i--].links[body], age++) {
      const to = frames[i].bodies[body];
      if (from.x !== to.x || from.y !== to.y) {
        pen.globalAlpha = .12 + .58 * Math.exp(-age / 40);
        pen.beginPath();
        pen.moveTo(toX(from.x), toY(from.y));
        pen.lineTo(toX(to.x), toY(to.y));
        pen.stroke();
      }
      from = to;
    }
  });
  pen.globalAlpha = 1;
}

function draw() {
  const ratio = devicePixelRatio || 1, width = canvas.clientWidth, height = canvas.clientHeight;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
  }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  scale = Math.min(width / (right - left), height / (top_ - bottom));
  offsetX = (width - scale * (right - left)) / 2;
  offsetY = (height - scale * (top_ - bottom)) / 2;
  const index = Math.min(Math.floor(at), frames.length - 1);
  const shapes = between(at - index, frames[index], frames[Math.min(index + 1, frames.length - 1)]);
  const ground = css("--ground"), soft = css("--soft");
  // Trails lie below the first robot: discs before boxes, since a box of such a role may be what is fetched, with robots on it.
  const first = shapes.find(shape => shape.kind === DISC && isBody(shape)) ?? shapes.find(isBody);
  for (const shape of shapes) {
    if (trails && shape === first) drawTrails(index, shapes);
    if (styles[shape.role].shown) drawShape(shape, ground, soft);
  }
  const { episode, step, earned } = frames[index];
  byId("now").textContent = `episode ${episode} \u00b7 step ${step} \u00b7 return ${earned.toFixed(Math.abs(earned) < 100 ? 2 : 0)}`;
  byId("at").value = index;
}

function tick(time) {
  if (!playing) return;
  // A frame's time can lie before the moment at which it was asked for.
  at += Math.max(0, Math.min(time - last, 250)) / 1000 * film.rate * speed;
  last = time;
  if (at >= frames.length - 1) {
    at = frames.length - 1;
    play(false);
  }
  draw();
  if (playing) requestAnimationFrame(tick);
}

function play(on) {
  if (on && at >= frames.length - 1) at = 0;
  playing = on;
  byId("play").classList.toggle("playing", on);
  if (on) {
    last = performance.now();
    requestAnimationFrame(tick);
  }
}

function go(frame) {
  play(false);
  at = Math.max(0, Math.min(frames.length - 1, frame));
  draw();
}

function paintTheme() {
  document.documentElement.classList.toggle("dark", dark);
  for (const dot of byId("legend").querySelectorAll("i")) {
    const role = Number(dot.dataset.role), ring = styles[role].manner === "Ring";
    dot.style.background = ring ? "transparent" : colour(role);
    dot.style.boxShadow = ring ? `inset 0 0 0 2px ${colour(role)}` : styles[role].manner === "Ground" ? "inset 0 0 0 1px var(--soft)" : "none";
  }
  draw();
}

byId("title").textContent = film.title;
byId("subtitle").textContent = film.subtitle;
byId("at").max = frames.length - 1;
for (const factor of [.125, .25, .5, 1, 2, 4, 8]) byId("speed").add(new Option(`${factor}\u00d7`, factor, factor === 1, factor === 1));
frames.forEach((frame, i) => {
  if (i > 0 && frame.episode !== frames[i - 1].episode) {
    const mark = document.createElement("i");
    mark.style.left = `${100 * i / (frames.length - 1)}%`;
    byId("marks").append(mark);
  }
});
for (const role of film.roles) {
  const entry = document.createElement("button"), dot = document.createElement("i");
  dot.dataset.role = role.role;
  entry.append(dot, role.name);
  entry.setAttribute("aria-pressed", "true");
  entry.onclick = () => {
    styles[role.role].shown = !styles[role.role].shown;
    entry.setAttribute("aria-pressed", String(styles[role.role].shown));
    draw();
  };
  byId("legend").append(entry);
}

byId("play").onclick = () => play(!playing);
byId("back").onclick = () => go(Math.ceil(at) - 1);
byId("on").onclick = () => go(Math.floor(at) + 1);
byId("at").oninput = event => go(Number(event.target.value));
byId("speed").onchange = event => { speed = Number(event.target.value); };
byId("trails").onchange = event => { trails = event.target.checked; draw(); };
byId("theme").onclick = () => { dark = !dark; paintTheme(); };
wish.onchange = event => { dark = event.matches; paintTheme(); };
addEventListener("resize", draw);
addEventListener("keydown", event => {
  if (event.target.matches("select, input[type=range]") && event.key !== " ") return;
  const actions = {
    " ": () => play(!playing), ArrowLeft: () => go(Math.ceil(at) - 1), ArrowRight: () => go(Math.floor(at) + 1),
    Home: () => go(0), End: () => go(frames.length - 1),
  };
  if (actions[event.key] && !event.target.matches("button, input[type=checkbox]")) {
    event.preventDefault();
    actions[event.key]();
  }
});

at = Math.min(frames.length - 1, Number(asked.get("frame") || 0));
paintTheme();
if (asked.get("frame") === null && !matchMedia("(prefers-reduced-motion: reduce)").matches) play(true);
