/** Passes on a text that comes in pieces; what it may not pass on yet it keeps until more comes, or the end. */
export interface TextStage {
  push(piece: string): string;
  end(): string;
}

/** Stages one after the other, each of which takes what the one before it passes on. */
export class TextPipe implements TextStage {
  readonly #stages: readonly TextStage[];

  constructor(stages: readonly TextStage[]) {
    this.#stages = stages;
  }

  push(piece: string): string {
    return this.#stages.reduce(pushed, piece);
  }

  end(): string {
    return this.#stages.reduce((rest, stage) => pushed(rest, stage) + stage.end(), '');
  }
}

function pushed(piece: string, stage: TextStage): string {
  return piece === '' ? '' : stage.push(piece);
}
