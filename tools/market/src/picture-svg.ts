import { createRandom, type Random } from './random.ts';

/** What the picture stands for. */
export type PictureKind = 'FLIGHT' | 'STAY' | 'CAR' | 'CITY';

const [width, height] = [960, 640];

type Palette = Readonly<{
  skyTop: string;
  skyLow: string;
  sun: string;
  layers: readonly [string, string, string];
  accent: string;
  light: string;
}>;

const palettes: readonly [Palette, ...Palette[]] = [
  {
    skyTop: '#2b3a67',
    skyLow: '#f2a65a',
    sun: '#ffe8c2',
    layers: ['#7d5a6e', '#4f4562', '#2a2a44'],
    accent: '#f4d6a0',
    light: '#ffd98e',
  },
  {
    skyTop: '#8ecae6',
    skyLow: '#eaf6fb',
    sun: '#fff4d6',
    layers: ['#8fb8a8', '#5a9080', '#2f6257'],
    accent: '#f1faee',
    light: '#ffe8a3',
  },
  {
    skyTop: '#1b2a49',
    skyLow: '#5d7599',
    sun: '#e8ecf5',
    layers: ['#41587a', '#2d4161', '#182742'],
    accent: '#cfd9ea',
    light: '#ffd27a',
  },
  {
    skyTop: '#f6bd60',
    skyLow: '#fdf0d5',
    sun: '#fff7e6',
    layers: ['#d9a679', '#b07d62', '#774936'],
    accent: '#fefae0',
    light: '#ffefc4',
  },
  {
    skyTop: '#5e60ce',
    skyLow: '#f8c8dc',
    sun: '#fff0f3',
    layers: ['#9d8ec7', '#6f67a8', '#3d3a73'],
    accent: '#fbe4ee',
    light: '#ffe3a8',
  },
  {
    skyTop: '#74c69d',
    skyLow: '#f1faee',
    sun: '#fffbe0',
    layers: ['#95c9a4', '#52966c', '#24523c'],
    accent: '#f7fff7',
    light: '#fff0b3',
  },
];

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** Ids inside a picture carry its seed's hash, because pictures may be put into one page. */
const sky = (palette: Palette, id: string): string =>
  `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${palette.skyTop}"/>` +
  `<stop offset="1" stop-color="${palette.skyLow}"/></linearGradient></defs><rect width="${width}" height="${height}" fill="url(#${id})"/>`;

const sun = (palette: Palette, random: Random): string => {
  const [x, y, radius] = [random.int(140, 820), random.int(90, 240), random.int(34, 64)];
  return `<circle cx="${x}" cy="${y}" r="${radius * 2}" fill="${palette.sun}" opacity=".18"/><circle cx="${x}" cy="${y}" r="${radius}" fill="${palette.sun}" opacity=".9"/>`;
};

/** A line of hills: three waves of different length over one another. */
const hills = (random: Random, shape: Readonly<{ base: number; swing: number; fill: string }>): string => {
  const waves = [1, 2.3, 4.7].map((frequency) => ({
    frequency,
    phase: random.between(0, 6.28),
    size: shape.swing / frequency,
  }));
  const points = Array.from({ length: 33 }, (_, index) => {
    const x = (index / 32) * width;
    const y = waves.reduce(
      (sum, wave) => sum + Math.sin((x / width) * 6.28 * wave.frequency + wave.phase) * wave.size,
      shape.base,
    );
    return `${number(x)} ${number(y)}`;
  });
  return `<path d="M0 ${height}L${points.join('L')}L${width} ${height}Z" fill="${shape.fill}"/>`;
};

const clouds = (random: Random, fill: string, count: number): string =>
  Array.from({ length: count }, () => {
    const [x, y, size] = [random.int(40, 920), random.int(60, 400), random.int(40, 110)];
    const puffs = [-1, 0, 1].map(
      (at) =>
        `<ellipse cx="${number(x + at * size * 0.7)}" cy="${number(y - (at === 0 ? size * 0.22 : 0))}" rx="${size}" ry="${number(size * 0.34)}"/>`,
    );
    return `<g fill="${fill}" opacity="${number(random.between(0.3, 0.75))}">${puffs.join('')}</g>`;
  }).join('');

const windows = (
  random: Random,
  house: Readonly<{ x: number; y: number; wide: number; high: number }>,
  light: string,
): string => {
  const panes: string[] = [];
  for (let y = house.y + 18; y < house.y + house.high - 26; y += 34) {
    for (let x = house.x + 12; x < house.x + house.wide - 18; x += 28) {
      if (random.chance(0.62)) panes.push(`<rect x="${x}" y="${y}" width="13" height="18" rx="2"/>`);
    }
  }
  return `<g fill="${light}" opacity=".85">${panes.join('')}</g>`;
};

const skyline = (random: Random, palette: Palette): string => {
  const houses: string[] = [];
  for (let x = -10; x < width; ) {
    const [wide, high] = [random.int(60, 120), random.int(110, 330)];
    const y = height - 60 - high;
    houses.push(
      `<rect x="${x}" y="${y}" width="${wide}" height="${high + 60}" fill="${random.pick(palette.layers)}"/>${windows(random, { x, y, wide, high }, palette.light)}`,
    );
    x += wide + random.int(2, 14);
  }
  return houses.join('');
};

const trees = (random: Random, fill: string, count: number): string =>
  Array.from({ length: count }, () => {
    const [x, y, size] = [random.int(20, 940), random.int(540, 610), random.int(22, 46)];
    return `<path d="M${x} ${y - size * 2}L${number(x + size * 0.6)} ${y}L${number(x - size * 0.6)} ${y}Z" fill="${fill}"/>`;
  }).join('');

/** A house with a roof, a door and lit windows, among trees before the hills. */
const stay = (random: Random, palette: Palette): string => {
  const [wide, high] = [random.int(240, 380), random.int(150, 260)];
  const [x, y] = [random.int(160, 780 - wide), 560 - high];
  const roof = random.chance(0.6)
    ? `<path d="M${x - 24} ${y}L${x + wide / 2} ${y - random.int(60, 110)}L${x + wide + 24} ${y}Z" fill="${palette.layers[2]}"/>`
    : `<rect x="${x - 10}" y="${y - 16}" width="${wide + 20}" height="20" fill="${palette.layers[2]}"/>`;
  const door = `<rect x="${number(x + wide / 2 - 20)}" y="${y + high - 70}" width="40" height="70" rx="4" fill="${palette.layers[1]}"/>`;
  const house = `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="${palette.accent}"/>`;
  return `${trees(random, palette.layers[1], 6)}${roof}${house}${windows(random, { x, y, wide, high: high - 40 }, palette.light)}${door}${trees(random, palette.layers[2], 4)}`;
};

/** A car from the side, on a road. */
const car = (random: Random, palette: Palette): string => {
  const [x, y] = [random.int(200, 420), 470];
  const paint = random.pick(['#c8553d', '#f4f1de', '#3d5a80', '#81b29a', '#e0b354', '#5c677d'] as const);
  const roofHeight = random.int(56, 84);
  const wheel = (at: number): string =>
    `<circle cx="${x + at}" cy="${y + 92}" r="36" fill="#22252b"/><circle cx="${x + at}" cy="${y + 92}" r="17" fill="#aab2bd"/>`;
  const road = `<rect y="540" width="${width}" height="100" fill="#3a3f47"/><path d="M0 596H${width}" stroke="${palette.accent}" stroke-width="6" stroke-dasharray="56 44" opacity=".7"/>`;
  const body = `<path d="M${x} ${y + 90}V${y + 40}Q${x} ${y + 22} ${x + 26} ${y + 20}L${x + 86} ${y + 14}L${x + 140} ${y - roofHeight}H${x + 280}L${x + 350} ${y + 14}L${x + 404} ${y + 24}Q${x + 420} ${y + 28} ${x + 420} ${y + 48}V${y + 90}Z" fill="${paint}"/>`;
  const glass = `<path d="M${x + 108} ${y + 10}L${x + 150} ${y - roofHeight + 14}H${x + 206}V${y + 10}ZM${x + 218} ${y + 10}V${y - roofHeight + 14}H${x + 272}L${x + 322} ${y + 10}Z" fill="#dfe9f2" opacity=".9"/>`;
  return `${road}${body}${glass}${wheel(96)}${wheel(324)}`;
};

/** A plane above the clouds. */
const plane = (random: Random, palette: Palette): string => {
  const [x, y, turn] = [random.int(300, 560), random.int(220, 340), random.int(-16, -4)];
  const body =
    '<path d="M-190 0Q-180-24-120-26H150Q204-22 222 0Q204 20 150 22H-120Q-184 22-190 0Z"/><path d="M-176-14L-222-92H-186L-120-22ZM-20 8L-110 118H-62L70 10Z"/>';
  return `${clouds(random, palette.accent, 4)}<g transform="translate(${x} ${y}) rotate(${turn})" fill="#fdfdfd">${body}<path d="M-96-8H150" stroke="${palette.layers[1]}" stroke-width="9" stroke-dasharray="10 12"/></g>`;
};

const sceneOf = (kind: PictureKind, random: Random, palette: Palette): string => {
  switch (kind) {
    case 'STAY':
      return stay(random, palette);
    case 'CAR':
      return car(random, palette);
    case 'FLIGHT':
      return plane(random, palette);
    case 'CITY':
      return skyline(random, palette);
  }
};

/**
 * Draws a picture, so that no page ever loads one from another host: the same seed and kind give the same SVG text, 960 × 640,
 * 2 to 12 kB, without scripts, fonts or links.
 */
export const pictureSvg = (seed: string, kind: PictureKind): string => {
  const random = createRandom(`picture:${kind}:${seed}`);
  const palette = random.pick(palettes);
  const id = `s${random.int(0, 0x7fffffff).toString(36)}`;
  const land =
    kind === 'FLIGHT'
      ? []
      : [0, 1, 2].map((at) =>
          hills(random, { base: 380 + at * 70, swing: 62 - at * 16, fill: palette.layers[at as 0 | 1 | 2] }),
        );
  const scene = sceneOf(kind, random, palette);
  const parts = [sky(palette, id), sun(palette, random), clouds(random, palette.accent, 2), ...land, scene];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">${parts.join('')}</svg>`;
};
