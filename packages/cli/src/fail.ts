/** A problem the user can mend: what happened and what to do, without a stack. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly whatToDo: string;

  constructor(message: string, whatToDo: string) {
    super(message);
    this.whatToDo = whatToDo;
  }
}
