// One place for what a colour means.
const dark = matchMedia('(prefers-color-scheme: dark)');
const robots = {
  light: ['#2a78d6', '#d9632a', '#1b9e77', '#b0469e', '#7a5ae0', '#a8870a', '#0f9bb3', '#c23b5c'],
  dark: ['#5aa2ff', '#ff935a', '#3fcf9f', '#e57fd3', '#a58bff', '#e0be45', '#45c8de', '#ff7c98'],
};
const shields = {
  Neighbour: ['#e0a100', '#ffc83d'], Obstacle: ['#d9632a', '#ff8f4d'], SpeedLimit: ['#7b8799', '#8f9bb0'], Infeasible: ['#c8342b', '#ff5d52'],
  StaleSensors: ['#9b30c9', '#d27bff'], NotFinite: ['#9b30c9', '#d27bff'], NoPlan: ['#c8342b', '#ff5d52'],
};

export const shieldNames = {
  None: 'clear', Neighbour: 'neighbour', Obstacle: 'obstacle', SpeedLimit: 'speed limit', Infeasible: 'infeasible',
  StaleSensors: 'stale sensors', NotFinite: 'not finite', NoPlan: 'no plan',
};

export const robotColour = robot => robots[dark.matches ? 'dark' : 'light'][robot % 8];

export const shieldColour = reason => shields[reason]?.[dark.matches ? 1 : 0] ?? null;

// Releases get colours in the order in which they are seen: two that fly side by side always differ.
const seen = new Map();
const bundles = { light: ['#5d687a', '#18864b', '#8a3ffc', '#b28600', '#d02670'], dark: ['#a9b5c8', '#47c583', '#b794ff', '#f1c21b', '#ff7eb6'] };

export function bundleColour(release) {
  if (!seen.has(release)) seen.set(release, seen.size);
  return bundles[dark.matches ? 'dark' : 'light'][seen.get(release) % 5];
}

export const styleColour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
