const STEPS = 60;
const RIDGE = 1e-3;

/** Factors of some logits and an offset that make one logit of them. */
export interface Blend {
  readonly factors: readonly number[];
  readonly offset: number;
}

/** Logistic regression over a few logits, by Newton's method: makes the odds true, and blends where there are several. */
export function fitBlend(rows: readonly (readonly number[])[], labels: readonly boolean[]): Blend {
  const size = (rows[0]?.length ?? 0) + 1;
  let parameters = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = parameters.map((value) => -RIDGE * value);
    const curvature = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_x, j) => RIDGE * Number(i === j)),
    );
    rows.forEach((row, index) => {
      const inputs = [...row, 1];
      const probability =
        1 / (1 + Math.exp(-inputs.reduce((sum, value, i) => sum + value * (parameters[i] ?? 0), 0)));
      const error = (labels[index] === true ? 1 : 0) - probability;
      inputs.forEach((value, i) => {
        gradient[i] = (gradient[i] ?? 0) + error * value;
        const line = curvature[i];
        inputs.forEach((other, j) => {
          if (line) line[j] = (line[j] ?? 0) + probability * (1 - probability) * value * other;
        });
      });
    });
    const change = solve(curvature, gradient);
    parameters = parameters.map((value, i) => value + Math.max(-1, Math.min(1, change[i] ?? 0)));
  }
  return { factors: parameters.slice(0, -1), offset: parameters.at(-1) ?? 0 };
}

/** Gaussian elimination with pivoting. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((line, index) => [...line, right[index] ?? 0]);
  rows.forEach((_, column) => {
    const pivot = rows
      .slice(column)
      .reduce((a, b) => (Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    rows.forEach((line, index) => {
      if (index === column) return;
      const factor = (line[column] ?? 0) / (pivot[column] ?? 1);
      for (let k = column; k < line.length; k += 1) line[k] = (line[k] ?? 0) - factor * (pivot[k] ?? 0);
    });
  });
  return rows.map((line, index) => (line.at(-1) ?? 0) / (line[index] ?? 1));
}
