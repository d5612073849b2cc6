/** Which of many numbers were seen in this round. A new round costs nothing, as the rounds are counted. */
const LAST_ROUND = 2 ** 32 - 1;

export class Marks {
  readonly #seenIn: Uint32Array;
  #round = 0;

  constructor(numbers: number) {
    this.#seenIn = new Uint32Array(numbers);
  }

  begin(): void {
    if (this.#round === LAST_ROUND) {
      this.#seenIn.fill(0);
      this.#round = 0;
    }
    this.#round += 1;
  }

  /** Whether the number is new in this round. */
  add(number: number): boolean {
    if (this.#seenIn[number] === this.#round) return false;
    this.#seenIn[number] = this.#round;
    return true;
  }
}
