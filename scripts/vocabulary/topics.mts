/** What in WordNet belongs to a domain. */
export interface Topic {
  /** Meanings that others name as the field they are used in. */
  readonly fields: readonly string[];
  /** Meanings of which all kinds belong to the domain. */
  readonly kinds: readonly string[];
  /** Kinds of them that do not. */
  readonly without?: readonly string[];
}

/**
 * Only domains that are fields of knowledge: what shall be done with a text has no words of its own. Of computing
 * WordNet knows the devices, which are what customers need help with, not what programmers write.
 */
export const topics = {
  data: { fields: ['statistics noun 1'], kinds: ['statistic noun 1', 'graph noun 1'] },
  finance: {
    fields: ['finance noun 1', 'finance noun 2', 'accounting noun 3', 'economics noun 1', 'banking noun 2'],
    kinds: [
      'tax noun 1',
      'loan noun 1',
      'debt noun 2',
      'fund noun 1',
      'fund noun 3',
      'security noun 4',
      'financial_institution noun 1',
      'financial_gain noun 1',
      'insurance noun 1',
      'investor noun 1',
      'accounting noun 4',
      'interest noun 4',
      'bankruptcy noun 2',
    ],
  },
  legal: {
    fields: ['law noun 2', 'law noun 1', 'law noun 5', 'crime noun 1'],
    kinds: [
      'crime noun 1',
      'legal_document noun 1',
      'lawyer noun 1',
      'court noun 1',
      'due_process noun 1',
      'proceeding noun 1',
      'tort noun 1',
      'jurist noun 2',
      'property_right noun 1',
    ],
  },
  math: {
    fields: [
      'mathematics noun 1',
      'geometry noun 1',
      'arithmetic noun 1',
      'algebra noun 1',
      'calculus noun 3',
    ],
    kinds: [
      'mathematics noun 1',
      'mathematical_relation noun 1',
      'mathematical_process noun 1',
      'plane_figure noun 1',
      'polyhedron noun 1',
      'equation noun 1',
    ],
  },
  medical: {
    fields: [
      'medicine noun 1',
      'medicine noun 3',
      'pathology noun 1',
      'anatomy noun 1',
      'physiology noun 1',
      'psychiatry noun 1',
      'surgery noun 1',
      'pharmacology noun 1',
    ],
    kinds: [
      'ill_health noun 1',
      'symptom noun 1',
      'injury noun 1',
      'medicine noun 2',
      'medical_procedure noun 1',
      'therapy noun 1',
      'health_professional noun 1',
      'organ noun 1',
      'mental_disorder noun 1',
      'pathology noun 2',
      'hospital noun 1',
      'medical_instrument noun 1',
      'medicine noun 1',
    ],
    without: ['plant_disease noun 1', 'animal_disease noun 1'],
  },
} satisfies Readonly<Record<string, Topic>>;

export type TopicName = keyof typeof topics;
