/**
 * The best tree over `count` nodes (Chu and Liu 1965, Edmonds 1967): node 0 is the root and gets exactly one dependent; arcs may cross.
 *
 * @param scores `scores[dependent * stride + head]`, for dependents from 1; higher is better
 * @returns the head of each node; entry 0 means nothing
 */
export function spanningTree(scores: Float32Array, count: number, stride: number): Int32Array {
  const greedy = bestHeads((dependent, head) => scores[dependent * stride + head] as number, count);
  if (rootCount(greedy) === 1 && findCycle(greedy) === undefined) return greedy;
  // A penalty on every arc from the root, larger than any tree's score can make up for, leaves the one such arc a tree must have.
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let d = 1; d < count; d++) {
    for (let h = 0; h < count; h++) {
      low = Math.min(low, scores[d * stride + h] as number);
      high = Math.max(high, scores[d * stride + h] as number);
    }
  }
  const penalty = (high - low + 1) * count;
  const matrix = new Float64Array(count * count);
  for (let d = 1; d < count; d++) {
    for (let h = 0; h < count; h++)
      matrix[d * count + h] = (scores[d * stride + h] as number) - (h === 0 ? penalty : 0);
  }
  return contracted(matrix, count);
}

function bestHeads(score: (dependent: number, head: number) => number, count: number): Int32Array {
  const heads = new Int32Array(count);
  for (let d = 1; d < count; d++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let h = 0; h < count; h++) {
      const value = score(d, h);
      if (h !== d && value > best) {
        best = value;
        heads[d] = h;
      }
    }
  }
  return heads;
}

function rootCount(heads: Int32Array): number {
  let roots = 0;
  for (let d = 1; d < heads.length; d++) if (heads[d] === 0) roots++;
  return roots;
}

/** The nodes of a cycle among the heads, or `undefined` when all lead to node 0. */
function findCycle(heads: Int32Array): number[] | undefined {
  const seenFrom = new Int32Array(heads.length);
  for (let start = 1; start < heads.length; start++) {
    let node = start;
    while (node !== 0 && seenFrom[node] === 0) {
      seenFrom[node] = start;
      node = heads[node] as number;
    }
    if (node === 0 || seenFrom[node] !== start) continue;
    const cycle = [node];
    for (let next = heads[node] as number; next !== node; next = heads[next] as number) cycle.push(next);
    return cycle;
  }
  return undefined;
}

/** Takes the best heads; while they hold a cycle, solves the smaller problem in which the cycle is one node. */
function contracted(matrix: Float64Array, count: number): Int32Array {
  const score = (d: number, h: number) => matrix[d * count + h] as number;
  const heads = bestHeads(score, count);
  const cycle = findCycle(heads);
  if (cycle === undefined) return heads;
  const inCycle = new Uint8Array(count);
  for (const node of cycle) inCycle[node] = 1;
  const outside: number[] = [];
  for (let node = 0; node < count; node++) if (!inCycle[node]) outside.push(node);
  const size = outside.length + 1;
  const merged = size - 1;
  const smaller = new Float64Array(size * size);
  const entry = new Int32Array(size);
  const exit = new Int32Array(size);
  for (const [i, node] of outside.entries()) {
    for (const [j, head] of outside.entries()) smaller[i * size + j] = score(node, head);
    let bestEntry = Number.NEGATIVE_INFINITY;
    let bestExit = Number.NEGATIVE_INFINITY;
    for (const member of cycle) {
      const gain = score(member, node) - score(member, heads[member] as number);
      if (gain > bestEntry) {
        bestEntry = gain;
        entry[i] = member;
      }
      if (score(node, member) > bestExit) {
        bestExit = score(node, member);
        exit[i] = member;
      }
    }
    smaller[merged * size + i] = bestEntry;
    smaller[i * size + merged] = bestExit;
  }
  const solved = contracted(smaller, size);
  for (const [i, node] of outside.entries()) {
    const head = solved[i] as number;
    heads[node] = head === merged ? (exit[i] as number) : (outside[head] as number);
  }
  const brokenBy = solved[merged] as number;
  heads[entry[brokenBy] as number] = outside[brokenBy] as number;
  return heads;
}
