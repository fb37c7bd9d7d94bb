const decimalComma = /\d,\d{1,2}(?![\d,])/;
const english = /\d\.\d{1,2}(?![\d.])|\d,\d{3}(?!\d)/;

/** Whether numbers are written as in `1.350,50`, in a text that has none like `1,350.50`. */
export function hasDecimalCommas(text: string): boolean {
  return decimalComma.test(text) && !english.test(text);
}

/** `1.350,50` as `1350.50`. */
export function withDecimalPoints(text: string): string {
  return text.replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '').replace(/(?<=\d),(?=\d{1,4}(?!\d))/g, '.');
}
