/** As much of an OpenAPI document as the page shows. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: {
    readonly type?: string;
    readonly description?: string;
    readonly enum?: readonly string[];
    readonly default?: unknown;
  };
}

export interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly parameters: readonly { readonly name: string; readonly words: string }[];
  /** An address to try, for what needs no parameters. */
  readonly example: string | undefined;
}

export function describe({ paths }: Description): Endpoint[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      summary: operation.summary ?? "",
      description: operation.description,
      parameters: (operation.parameters ?? []).map((parameter) => ({
        name: parameter.name,
        words: wordsOf(parameter),
      })),
      example: method === "get" && !path.includes("{") && !needsParameters(operation) ? path : undefined,
    })),
  );
}

function needsParameters({ parameters = [] }: Operation): boolean {
  return parameters.some(({ required }) => required === true);
}

function wordsOf({ description, schema, required, in: where }: Parameter): string {
  const values = schema?.enum === undefined ? "" : schema.enum.join(", ");
  const usual = schema?.default === undefined ? "" : `${String(schema.default)} unless given`;
  const many = schema?.type === "array" ? "may be given more than once" : "";
  const told = description ?? schema?.description ?? values;
  const needed = required === true && where === "query" ? "needed" : "";
  return [told, many, usual, needed].filter((part) => part !== "").join("; ");
}
