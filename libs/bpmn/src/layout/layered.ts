export interface Size { readonly width: number; readonly height: number }
export interface Bounds extends Size { readonly x: number; readonly y: number }
export interface Box extends Size { readonly key: string }
export interface Arrow { readonly from: string; readonly to: string }

export const GAP_X = 60;
export const GAP_Y = 50;

/**
 * Places boxes from left to right: each in the layer behind the last of those that lead to it, a layer's boxes one under another in the
 * order in which they are met. Arrows that lead back are left out of the layers. The same boxes and arrows always lie alike.
 */
export function layered(boxes: readonly Box[], arrows: readonly Arrow[]): ReadonlyMap<string, Bounds> {
  const onward = forward(boxes, arrows);
  const layers: Box[][] = [];
  const layerOf = layersOf(boxes, onward);
  for (const box of boxes) {
    const n = layerOf.get(box.key) ?? 0;
    while (layers.length <= n) layers.push([]);
    layers[n]?.push(box);
  }
  const heights = layers.map((layer) => layer.reduce((sum, { height }) => sum + height + GAP_Y, -GAP_Y));
  const tallest = Math.max(0, ...heights);
  const bounds = new Map<string, Bounds>();
  let x = 0;
  layers.forEach((layer, i) => {
    const width = Math.max(0, ...layer.map((box) => box.width));
    let y = Math.round((tallest - (heights[i] ?? 0)) / 2);
    for (const box of layer) {
      bounds.set(box.key, { x: x + Math.round((width - box.width) / 2), y, width: box.width, height: box.height });
      y += box.height + GAP_Y;
    }
    x += width + GAP_X;
  });
  return bounds;
}

/** The arrows without those that close a circle, found by walking in the order of the boxes. */
function forward(boxes: readonly Box[], arrows: readonly Arrow[]): readonly Arrow[] {
  const next = new Map<string, Arrow[]>();
  for (const arrow of arrows) next.set(arrow.from, [...(next.get(arrow.from) ?? []), arrow]);
  const state = new Map<string, 'open' | 'done'>();
  const kept: Arrow[] = [];
  for (const { key } of boxes) {
    const path: { key: string; rest: Arrow[] }[] = state.has(key) ? [] : [{ key, rest: [...(next.get(key) ?? [])] }];
    if (path.length > 0) state.set(key, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const arrow = top.rest.shift();
      if (arrow === undefined) {
        state.set(top.key, 'done');
        path.pop();
        continue;
      }
      if (state.get(arrow.to) !== 'open') kept.push(arrow);
      if (state.has(arrow.to)) continue;
      state.set(arrow.to, 'open');
      path.push({ key: arrow.to, rest: [...(next.get(arrow.to) ?? [])] });
    }
  }
  return kept;
}

function layersOf(boxes: readonly Box[], arrows: readonly Arrow[]): ReadonlyMap<string, number> {
  const layers = new Map(boxes.map(({ key }) => [key, 0]));
  const waiting = new Map(boxes.map(({ key }) => [key, arrows.filter(({ to }) => to === key).length]));
  const ready = boxes.filter(({ key }) => waiting.get(key) === 0).map(({ key }) => key);
  for (let key = ready.shift(); key !== undefined; key = ready.shift()) {
    for (const { to } of arrows.filter(({ from }) => from === key)) {
      layers.set(to, Math.max(layers.get(to) ?? 0, (layers.get(key) ?? 0) + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return layers;
}
