/** As much of an OpenAPI document as the page shows. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, ObjectSchema>> };
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: { readonly "application/json"?: { readonly schema: { readonly $ref?: string } } };
  };
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
}

interface ObjectSchema extends Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

/** A parameter, or a field of what is sent. */
interface Field {
  readonly name: string;
  readonly words: string;
}

export interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly parameters: readonly Field[];
  /** What is sent with the question, as JSON. */
  readonly body: readonly Field[];
  /** An address to try, for what needs no parameters. */
  readonly example: string | undefined;
}

export function describe({ paths, components }: Description): Endpoint[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      summary: operation.summary ?? "",
      description: operation.description,
      parameters: (operation.parameters ?? []).map((parameter) => ({
        name: parameter.name,
        words: parameterWords(parameter),
      })),
      body: bodyOf(operation, components.schemas),
      example: method === "get" && !path.includes("{") && !needsParameters(operation) ? path : undefined,
    })),
  );
}

function needsParameters({ parameters = [] }: Operation): boolean {
  return parameters.some(({ required }) => required === true);
}

function bodyOf({ requestBody }: Operation, schemas: Description["components"]["schemas"]): Field[] {
  const name = requestBody?.content["application/json"]?.schema.$ref?.split("/").at(-1);
  const { properties = {}, required = [] } = (name === undefined ? undefined : schemas[name]) ?? {};
  return Object.entries(properties).map(([field, schema]) => ({
    name: field,
    words: fieldWords(schema, schema.description, required.includes(field)),
  }));
}

function parameterWords({ description, schema = {}, required, in: where }: Parameter): string {
  return fieldWords(schema, description ?? schema.description, required === true && where === "query");
}

function fieldWords(schema: Schema, description: string | undefined, isNeeded: boolean): string {
  const values = schema.enum?.join(", ") ?? "";
  const usual = schema.default === undefined ? "" : `${String(schema.default)} unless given`;
  const many = schema.type === "array" ? "may be given more than once" : "";
  const told = description ?? values;
  return [told, many, usual, isNeeded ? "needed" : ""].filter((part) => part !== "").join("; ");
}
