import isIdentityCard from 'validator/lib/isIdentityCard';
import type { EntityDetector } from '../../entityDetector';
import { LIKELY } from './confidence';
import { compact } from './digits';
import { findForms, form } from './form';

const NIE = form(String.raw`[XYZ][ -]?(?:\d{7}|\d\.\d{3}\.\d{3})[ -]?[A-HJ-NP-TV-Z]`);

/**
 * Spanish numbers of foreigners: X, Y or Z (read as 0, 1, 2), seven digits, and the letter that is the remainder by 23
 * (Ministerio del Interior, "Cálculo del dígito de control del NIF/NIE").
 */
export const esNie: EntityDetector<'es_nie'> = {
  type: 'es_nie',
  supportingWords: ['nie', 'nif', 'extranjero', 'extranjeros', 'identidad', 'residencia', 'documento'],
  opposingWords: ['pedido', 'factura', 'referencia', 'order', 'invoice', 'serial', 'part', 'sku'],
  find: (view) =>
    findForms(view, NIE, ([printed]) => (isIdentityCard(compact(printed), 'ES') ? LIKELY : undefined)),
};
