// What the form of a document is worth before the words around it are weighed: they add or take about a third, and
// what reaches a half is reported.

/** A checksum that chance hardly ever meets; no word is needed, and none makes it doubtful. */
export const CERTAIN = 0.95;
/** A form of its own with a checksum: only an opposing word makes it doubtful. */
export const LIKELY = 0.8;
/** The way the document is printed, or a form that few other things have. */
export const PLAUSIBLE = 0.6;
/** Bare digits with a weak checksum or none: nothing without a supporting word. */
export const DOUBTFUL = 0.3;
