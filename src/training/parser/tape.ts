import type { KernelMemory } from "../../language/parser/kernels.ts";
import { RESIDUAL_SCALE } from "../../language/parser/token-encoder.ts";
import type { SeededRandom } from "../random.ts";

/** A matrix in kernel memory with its gradient; `data` and `gradient` are byte offsets, rows are `columns` floats (a multiple of 8) apart. */
export interface Tensor {
  readonly data: number;
  readonly gradient: number;
  readonly rows: number;
  readonly columns: number;
}

/** A tensor that is learnt, with Adam's running means. */
export interface Parameter extends Tensor {
  readonly name: string;
  readonly mean: number;
  readonly square: number;
  /** Rows that are looked up one by one, and so updated one by one. */
  readonly isTable: boolean;
}

/** Sentences of a batch: sentence `i` has the rows `[start[i], start[i + 1])`. */
export type SentenceStarts = ArrayLike<number>;

export const padded = (columns: number): number => Math.ceil(columns / 8) * 8;

/** Adam's settings (Kingma and Ba 2015), and the length to which gradients are cut. */
const BETA_MEAN = 0.9;
const BETA_SQUARE = 0.98;
const EPSILON = 1e-8;
const GRADIENT_LIMIT = 5;

/**
 * Runs a network forwards over a batch and remembers how to run the gradients backwards. Parameters are made once; everything
 * else lives until the next `begin`.
 */
export class Tape {
  readonly memory: KernelMemory;
  readonly parameters: Parameter[] = [];
  isTraining = false;
  /** The largest value, without sign, that each weight was multiplied with outside training. */
  readonly inputRange = new Map<string, number>();
  #top = 1024;
  #batchStart = 0;
  #backwards: (() => void)[] = [];
  /** Table rows looked up since the last step. */
  readonly #touched = new Map<Parameter, Set<number>>();

  constructor(memory: KernelMemory) {
    this.memory = memory;
  }

  /** Starts a batch: forgets all but the parameters. */
  begin(options: { readonly isTraining: boolean }): void {
    if (this.#batchStart === 0) this.#batchStart = this.#top;
    this.#top = this.#batchStart;
    this.#backwards = [];
    this.isTraining = options.isTraining;
  }

  backward(): void {
    for (let i = this.#backwards.length - 1; i >= 0; i--) (this.#backwards[i] as () => void)();
  }

  onBackward(run: () => void): void {
    if (this.isTraining) this.#backwards.push(run);
  }

  /** @throws RangeError when the memory is used up */
  allocate(floats: number): number {
    const at = this.#top;
    this.#top += Math.ceil(floats / 8) * 32;
    if (this.#top > this.memory.floats.length * 4) throw new RangeError("kernel memory is used up");
    return at;
  }

  tensor(rows: number, columns: number): Tensor {
    const data = this.allocate(rows * padded(columns));
    const gradient = this.isTraining ? this.zeros(rows * padded(columns)) : 0;
    return { data, gradient, rows, columns: padded(columns) };
  }

  zeros(floats: number): number {
    const at = this.allocate(floats);
    this.memory.floats.fill(0, at >> 2, (at >> 2) + Math.ceil(floats / 8) * 8);
    return at;
  }

  /** @param spread values start evenly distributed in `[-spread, spread)` */
  parameter(
    name: string,
    rows: number,
    columns: number,
    spread: number,
    random: SeededRandom,
    isTable = false,
  ): Parameter {
    const width = padded(columns);
    const [data, gradient, mean, square] = [0, 1, 2, 3].map(() => this.zeros(rows * width)) as [
      number,
      number,
      number,
      number,
    ];
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++)
        this.memory.floats[(data >> 2) + i * width + j] = (random.next() * 2 - 1) * spread;
    }
    const parameter = { name, data, gradient, mean, square, rows, columns: width, isTable };
    this.parameters.push(parameter);
    return parameter;
  }

  /** The rows of a tensor as floats. */
  values(tensor: Tensor): Float32Array {
    return this.#floats(tensor.data, tensor);
  }

  gradients(tensor: Tensor): Float32Array {
    return this.#floats(tensor.gradient, tensor);
  }

  /** A parameter's values or what Adam remembers of them. */
  floatsAt(parameter: Parameter, part: "data" | "mean" | "square"): Float32Array {
    return this.#floats(parameter[part], parameter);
  }

  #floats(at: number, { rows, columns }: Tensor): Float32Array {
    return this.memory.floats.subarray(at >> 2, (at >> 2) + rows * columns);
  }

  /** x W + b */
  linear(x: Tensor, weight: Parameter, bias: Parameter | undefined): Tensor {
    const { kernels } = this.memory;
    const [m, k, n] = [x.rows, weight.rows, weight.columns];
    if (k !== x.columns) throw new RangeError(`${weight.name} has ${k} rows for ${x.columns} columns`);
    if (!this.isTraining) this.#noteRange(x, weight);
    const y = this.tensor(m, n);
    const packed = this.allocate(k * n);
    kernels.packRows(weight.data, n, k, n, packed);
    kernels.multiply(y.data, n, x.data, k, 1, packed, m, k, n, false);
    if (bias !== undefined) kernels.addRow(y.data, n, bias.data, m, n);
    this.onBackward(() => {
      const scratch = this.allocate(Math.max(m, k) * n);
      kernels.packRows(y.gradient, n, m, n, scratch);
      kernels.multiply(weight.gradient, n, x.data, 1, k, scratch, k, m, n, true);
      kernels.packColumns(weight.data, n, n, k, scratch);
      kernels.multiply(x.gradient, k, y.gradient, n, 1, scratch, m, n, k, true);
      if (bias !== undefined) kernels.sumRows(bias.gradient, y.gradient, n, m, n);
    });
    return y;
  }

  #noteRange(x: Tensor, weight: Parameter): void {
    let range = this.inputRange.get(weight.name) ?? 0;
    for (const value of this.values(x)) range = Math.max(range, Math.abs(value));
    this.inputRange.set(weight.name, range);
  }

  /** Negative values become 0, in place. */
  rectify(x: Tensor): Tensor {
    const { kernels } = this.memory;
    kernels.rectify(x.data, x.rows * x.columns);
    this.onBackward(() => kernels.rectifyBack(x.gradient, x.data, x.rows * x.columns));
    return x;
  }

  /** Drops columns at random, the same ones in all rows of a sentence; does nothing outside training. */
  dropout(x: Tensor, rate: number, sentences: SentenceStarts, random: SeededRandom): Tensor {
    if (!this.isTraining || rate === 0) return x;
    const { kernels, floats } = this.memory;
    const { columns } = x;
    const count = sentences.length - 1;
    const y = this.tensor(x.rows, columns);
    const masks = this.allocate(count * columns);
    const kept = 1 / (1 - rate);
    for (let i = 0; i < count * columns; i++) floats[(masks >> 2) + i] = random.next() < rate ? 0 : kept;
    const apply = (to: number, from: number, accumulate: boolean) => {
      for (let s = 0; s < count; s++) {
        const start = sentences[s] as number;
        const offset = start * columns * 4;
        const rows = (sentences[s + 1] as number) - start;
        const mask = masks + s * columns * 4;
        kernels.maskRows(to + offset, columns, from + offset, columns, mask, rows, columns, accumulate);
      }
    };
    apply(y.data, x.data, false);
    this.onBackward(() => apply(x.gradient, y.gradient, true));
    return y;
  }

  /** The matrices' columns side by side; their widths are multiples of 8. */
  beside(parts: readonly Tensor[]): Tensor {
    const rows = (parts[0] as Tensor).rows;
    const y = this.tensor(
      rows,
      parts.reduce((sum, part) => sum + part.columns, 0),
    );
    const { floats } = this.memory;
    let column = 0;
    for (const part of parts) {
      const from = column;
      for (let i = 0; i < rows; i++) {
        const at = (part.data >> 2) + i * part.columns;
        floats.copyWithin((y.data >> 2) + i * y.columns + from, at, at + part.columns);
      }
      this.onBackward(() => {
        for (let i = 0; i < rows; i++)
          this.memory.kernels.add(
            part.gradient + i * part.columns * 4,
            y.gradient + (i * y.columns + from) * 4,
            part.columns,
          );
      });
      column += part.columns;
    }
    return y;
  }

  /** Each row between the rows before and after it in its sentence: `[before, row, after]`, zeros beyond the ends. */
  withNeighbours(x: Tensor, sentences: SentenceStarts): Tensor {
    const { columns } = x;
    const y = this.tensor(x.rows, 3 * columns);
    this.values(y).fill(0);
    const each = (run: (row: number, neighbour: number, column: number) => void) => {
      for (let s = 0; s + 1 < sentences.length; s++) {
        const [start, end] = [sentences[s] as number, sentences[s + 1] as number];
        for (let i = start; i < end; i++) {
          if (i > start) run(i, i - 1, 0);
          run(i, i, columns);
          if (i + 1 < end) run(i, i + 1, 2 * columns);
        }
      }
    };
    each((row, neighbour, column) => {
      const from = (x.data >> 2) + neighbour * columns;
      this.memory.floats.copyWithin((y.data >> 2) + row * y.columns + column, from, from + columns);
    });
    this.onBackward(() =>
      each((row, neighbour, column) => {
        const from = y.gradient + (row * y.columns + column) * 4;
        this.memory.kernels.add(x.gradient + neighbour * columns * 4, from, columns);
      }),
    );
    return y;
  }

  /** Sums of table rows: row `i` is the sum of the rows `ids[starts[i]] … ids[starts[i + 1] - 1]`. */
  lookup(table: Parameter, ids: Int32Array, starts: Int32Array): Tensor {
    const { kernels, integers } = this.memory;
    const rows = starts.length - 1;
    const y = this.tensor(rows, table.columns);
    const idsAt = this.allocate(ids.length);
    const startsAt = this.allocate(starts.length);
    integers.set(ids, idsAt >> 2);
    integers.set(starts, startsAt >> 2);
    kernels.sumLookups(y.data, y.columns, table.data, table.columns, idsAt, startsAt, rows);
    this.onBackward(() => {
      kernels.sumLookupsBack(y.gradient, y.columns, table.gradient, table.columns, idsAt, startsAt, rows);
      for (const id of ids) this.#touch(table, id);
    });
    return y;
  }

  /**
   * A simple recurrent unit in both directions: the first half of a row of the result comes from the left, the second from the right.
   * @param u the unit's products `[u, uf, ur]` for each direction, `6 * size` columns
   * @param x the unit's input, `2 * size` columns
   * @param bias one row a direction: `[vf, vr, bf, br]`
   */
  recur(u: Tensor, x: Tensor, bias: Parameter, sentences: SentenceStarts): Tensor {
    const { kernels } = this.memory;
    const size = u.columns / 6;
    const y = this.tensor(x.rows, 2 * size);
    const states = [this.allocate(x.rows * size), this.allocate(x.rows * size)] as const;
    const zeros = this.zeros(size);
    const each = (run: (start: number, length: number, backwards: boolean, state: number) => void) => {
      for (let s = 0; s + 1 < sentences.length; s++) {
        const start = sentences[s] as number;
        const length = (sentences[s + 1] as number) - start;
        run(start, length, false, states[0] + start * size * 4);
        run(start, length, true, states[1] + start * size * 4);
      }
    };
    const at = (data: number, tensor: Tensor, row: number, column: number) =>
      data + (row * tensor.columns + column) * 4;
    each((start, length, backwards, state) => {
      const side = backwards ? size : 0;
      kernels.recur(
        at(u.data, u, start, 3 * side),
        u.columns,
        at(x.data, x, start, side),
        x.columns,
        at(y.data, y, start, side),
        y.columns,
        state,
        bias.data + 4 * side * 4,
        zeros,
        length,
        size,
        backwards,
        RESIDUAL_SCALE,
      );
    });
    this.onBackward(() => {
      const work = this.allocate(size);
      each((start, length, backwards, state) => {
        const side = backwards ? size : 0;
        kernels.recurBack(
          at(u.data, u, start, 3 * side),
          u.columns,
          at(x.data, x, start, side),
          x.columns,
          at(y.gradient, y, start, side),
          y.columns,
          state,
          bias.data + 4 * side * 4,
          zeros,
          at(u.gradient, u, start, 3 * side),
          at(x.gradient, x, start, side),
          bias.gradient + 4 * side * 4,
          work,
          length,
          size,
          backwards,
          RESIDUAL_SCALE,
        );
      });
    });
    return y;
  }

  #touch(table: Parameter, row: number): void {
    let rows = this.#touched.get(table);
    if (rows === undefined) {
      rows = new Set();
      this.#touched.set(table, rows);
    }
    rows.add(row);
  }

  /**
   * One step of Adam on all parameters; tables only change where rows were looked up.
   * @param stepNumber from 1
   */
  step(rate: number, stepNumber: number): void {
    const { kernels } = this.memory;
    let squares = 0;
    for (const p of this.parameters)
      if (!p.isTable) squares += kernels.squareSum(p.gradient, p.rows * p.columns);
    const shrink = Math.min(1, GRADIENT_LIMIT / Math.sqrt(squares));
    const corrected = (rate * Math.sqrt(1 - BETA_SQUARE ** stepNumber)) / (1 - BETA_MEAN ** stepNumber);
    for (const p of this.parameters) {
      if (!p.isTable) this.#update(p, 0, p.rows * p.columns, corrected, shrink);
      else
        for (const row of this.#touched.get(p) ?? [])
          this.#update(p, row * p.columns, p.columns, corrected, shrink);
    }
    this.#touched.clear();
  }

  #update(p: Parameter, first: number, count: number, rate: number, shrink: number): void {
    const { kernels } = this.memory;
    const offset = first * 4;
    if (shrink < 1) kernels.scale(p.gradient + offset, shrink, count);
    kernels.adam(
      p.data + offset,
      p.gradient + offset,
      p.mean + offset,
      p.square + offset,
      count,
      rate,
      BETA_MEAN,
      BETA_SQUARE,
      EPSILON,
    );
  }
}
