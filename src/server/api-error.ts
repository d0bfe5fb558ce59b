/** What can be wrong with a request, by the word that programs go by. */
export const ERROR_CODES = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  not_allowed: 405,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  misdirected: 421,
  failed: 500,
  too_slow: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** A request that cannot be answered: a code for programs, one sentence for people. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  /** The parameter that is wrong, where it is one. */
  readonly field: string | undefined;

  constructor(code: ErrorCode, message: string, options: ErrorOptions & { readonly field?: string } = {}) {
    super(message, options);
    this.code = code;
    this.field = options.field;
  }

  get status() {
    return ERROR_CODES[this.code];
  }

  body() {
    const { code, message, field } = this;
    return { error: { code, message, ...(field !== undefined && { field }) } };
  }
}
