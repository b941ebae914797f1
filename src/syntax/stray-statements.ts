import type { Statement } from './ast.ts';

/** Statements of blocks that stand where none may; they are kept beside the statement that they stand in. */
export class StrayStatements {
  private kept: Statement[] = [];

  keep(statements: readonly Statement[]): void {
    for (const statement of statements) this.kept.push(statement);
  }

  /** Adds those that are kept to a row of statements, and keeps them no longer. */
  moveTo(row: Statement[]): void {
    for (const statement of this.kept) row.push(statement);
    this.kept = [];
  }

  /** Reads a row of statements that has strays of its own; those that were kept before are kept after it. */
  apart<Value>(read: () => Value): Value {
    const { kept } = this;
    this.kept = [];
    const value = read();
    this.kept = kept;
    return value;
  }
}
