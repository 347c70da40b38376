// Draws the fleet to scale: world frame, x to the right, y up. Between two snapshots robots glide, so that 5 Hz looks smooth.
import { bundleColour, robotColour, shieldColour, styleColour } from './colours.js';

const SNAPSHOT_MS = 200;
const TRAIL_POINTS = 40;
const MIN_SPAN_METRES = 7;

export class FleetMap {
  constructor(canvas) {
    this.canvas = canvas;
    this.g = canvas.getContext('2d');
    this.robots = new Map();
    this.view = null;
    this.arrived = 0;
    new ResizeObserver(() => this.resize()).observe(canvas);
    requestAnimationFrame(() => this.frame());
  }

  update(snapshot) {
    const now = performance.now();
    for (const { online, status } of snapshot.robots) {
      const old = this.robots.get(status.robot);
      const from = old ? this.pose(old, now) : null;
      const trail = old?.trail ?? [];
      trail.push([status.x_metres, status.y_metres]);
      if (trail.length > TRAIL_POINTS) trail.shift();
      this.robots.set(status.robot, { online, status, from, trail });
    }
    this.arrived = now;
  }

  resize() {
    const ratio = devicePixelRatio || 1;
    this.canvas.width = this.canvas.clientWidth * ratio;
    this.canvas.height = this.canvas.clientHeight * ratio;
    this.g.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  pose(robot, now) {
    const s = robot.status;
    const to = { x: s.x_metres, y: s.y_metres };
    const t = Math.min(1, (now - this.arrived) / SNAPSHOT_MS);
    return robot.from ? { x: robot.from.x + (to.x - robot.from.x) * t, y: robot.from.y + (to.y - robot.from.y) * t } : to;
  }

  // The view follows what is there, slowly, and never becomes narrower than a few metres.
  fit() {
    const xs = [], ys = [];
    for (const { status: s } of this.robots.values()) {
      xs.push(s.x_metres, s.goal?.x_metres ?? s.x_metres);
      ys.push(s.y_metres, s.goal?.y_metres ?? s.y_metres);
    }
    if (!xs.length) return { x: 0, y: 0, span: MIN_SPAN_METRES, spanY: MIN_SPAN_METRES };
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, span: Math.max(MIN_SPAN_METRES, x1 - x0 + 2), spanY: Math.max(MIN_SPAN_METRES * 0.75, y1 - y0 + 2) };
  }

  frame() {
    const wanted = this.fit();
    const v = this.view ??= { ...wanted };
    for (const key of Object.keys(v)) v[key] += (wanted[key] - v[key]) * 0.05;
    const [w, h] = [this.canvas.clientWidth, this.canvas.clientHeight];
    this.scale = Math.min(w / v.span, (h - 50) / v.spanY);
    this.px = x => w / 2 + (x - v.x) * this.scale;
    this.py = y => (h - 30) / 2 - (y - v.y) * this.scale;
    this.g.clearRect(0, 0, w, h);
    this.grid(w, h);
    const now = performance.now();
    const all = [...this.robots.values()];
    all.forEach(r => this.drawGoal(r, this.pose(r, now)));
    all.forEach(r => this.drawPaths(r));
    all.forEach(r => this.drawRobot(r, this.pose(r, now)));
    requestAnimationFrame(() => this.frame());
  }

  grid(w, h) {
    const { g, view: v } = this;
    const [fine, strong, soft] = ['--grid', '--grid-strong', '--soft'].map(styleColour);
    g.lineWidth = 1;
    g.font = '11px system-ui, sans-serif';
    g.fillStyle = soft;
    g.textAlign = 'left';
    const halfX = w / 2 / this.scale, halfY = h / this.scale;
    for (let x = Math.ceil(v.x - halfX); x <= v.x + halfX; x++) this.rule(this.px(x), 0, this.px(x), h, x % 5 === 0 ? strong : fine);
    for (let y = Math.ceil(v.y - halfY); y <= v.y + halfY; y++) this.rule(0, this.py(y), w, this.py(y), y % 5 === 0 ? strong : fine);
    const right = w - 16;
    this.rule(right - this.scale, 18, right, 18, soft);
    this.rule(right - this.scale, 14, right - this.scale, 22, soft);
    this.rule(right, 14, right, 22, soft);
    g.textAlign = 'center';
    g.fillText('1 m', right - this.scale / 2, 34);
  }

  rule(x0, y0, x1, y1, colour) {
    this.g.strokeStyle = colour;
    this.g.beginPath();
    this.g.moveTo(Math.round(x0) + 0.5, Math.round(y0) + 0.5);
    this.g.lineTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
    this.g.stroke();
  }

  line(points, colour, width, alpha, dash = [], cap = 'round') {
    if (points.length < 2) return;
    const { g } = this;
    g.save();
    g.globalAlpha = alpha;
    g.strokeStyle = colour;
    g.lineWidth = width;
    g.lineJoin = 'round';
    g.lineCap = cap;
    g.setLineDash(dash);
    g.beginPath();
    points.forEach(([x, y], i) => (i ? g.lineTo(this.px(x), this.py(y)) : g.moveTo(this.px(x), this.py(y))));
    g.stroke();
    g.restore();
  }

  drawGoal({ status: s, online }, at) {
    if (!s.goal) return;
    const { g } = this;
    const colour = robotColour(s.robot);
    const [x, y] = [this.px(s.goal.x_metres), this.py(s.goal.y_metres)];
    this.line([[at.x, at.y], [s.goal.x_metres, s.goal.y_metres]], colour, 1, online ? 0.35 : 0.15, [5, 5]);
    g.save();
    g.globalAlpha = online ? 1 : 0.4;
    g.strokeStyle = colour;
    g.fillStyle = colour;
    g.lineWidth = 2;
    g.beginPath();
    g.arc(x, y, 8, 0, 7);
    g.stroke();
    g.beginPath();
    g.arc(x, y, 2.5, 0, 7);
    g.fill();
    g.restore();
  }

  drawPaths({ status: s, trail, online }) {
    const colour = robotColour(s.robot);
    for (let i = 1; i < trail.length; i++) this.line([trail[i - 1], trail[i]], colour, 3, 0.3 * i / trail.length, [], 'butt');
    if (!online) return;
    for (const told of s.told) this.line(pairs(told.path_metres), robotColour(told.robot), 2, 0.75, [0.1, 5]);
    const plan = pairs(s.plan_metres);
    this.line([[s.x_metres, s.y_metres], ...plan], colour, 2.5, 0.9);
    plan.forEach(([x, y], i) => {
      this.g.save();
      this.g.globalAlpha = 1 - 0.7 * i / plan.length;
      this.g.fillStyle = colour;
      this.g.beginPath();
      this.g.arc(this.px(x), this.py(y), 3, 0, 7);
      this.g.fill();
      this.g.restore();
    });
  }

  drawRobot({ status: s, online }, at) {
    const { g } = this;
    const [x, y] = [this.px(at.x), this.py(at.y)];
    const radius = Math.max(6, s.radius_metres * this.scale);
    const colour = robotColour(s.robot);
    const shield = shieldColour(s.shield.reason);
    g.save();
    g.globalAlpha = online ? 1 : 0.4;
    if (shield && online) {
      g.strokeStyle = shield;
      g.lineWidth = 5;
      g.beginPath();
      g.arc(x, y, radius + 6, 0, 7);
      g.stroke();
    }
    g.fillStyle = colour;
    g.beginPath();
    g.arc(x, y, radius, 0, 7);
    g.fill();
    g.strokeStyle = bundleColour(s.release);
    g.lineWidth = 3;
    g.beginPath();
    g.arc(x, y, radius - 1.5, 0, 7);
    g.stroke();
    this.arrow(x, y, radius, s.velocity_x_metres_per_second * this.scale * 0.5, -s.velocity_y_metres_per_second * this.scale * 0.5, styleColour('--text'));
    g.strokeStyle = '#fff';
    g.lineWidth = 2.5;
    g.beginPath();
    g.moveTo(x + Math.cos(s.heading_radians) * radius * 0.55, y - Math.sin(s.heading_radians) * radius * 0.55);
    g.lineTo(x + Math.cos(s.heading_radians) * radius * 0.95, y - Math.sin(s.heading_radians) * radius * 0.95);
    g.stroke();
    g.fillStyle = '#fff';
    g.font = `600 ${Math.max(10, Math.min(14, radius * 0.75))}px system-ui, sans-serif`;
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    g.fillText(`${s.robot}`, x, y + 0.5);
    g.textBaseline = 'alphabetic';
    g.restore();
  }

  arrow(x, y, radius, dx, dy, colour) {
    const length = Math.hypot(dx, dy);
    if (length < 6) return;
    const { g } = this;
    const [ux, uy] = [dx / length, dy / length];
    [x, y] = [x + ux * radius, y + uy * radius];
    g.strokeStyle = g.fillStyle = colour;
    g.lineWidth = 2;
    g.beginPath();
    g.moveTo(x, y);
    g.lineTo(x + dx, y + dy);
    g.stroke();
    g.beginPath();
    g.moveTo(x + dx + ux * 5, y + dy + uy * 5);
    g.lineTo(x + dx - uy * 4, y + dy + ux * 4);
    g.lineTo(x + dx + uy * 4, y + dy - ux * 4);
    g.fill();
  }
}

function pairs(flat) {
  const points = [];
  for (let i = 0; i + 1 < flat.length; i += 2) points.push([flat[i], flat[i + 1]]);
  return points;
}
