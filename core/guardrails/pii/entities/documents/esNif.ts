import isIdentityCard from 'validator/lib/isIdentityCard';
import type { EntityDetector } from '../../entityDetector';
import { LIKELY } from './confidence';
import { compact } from './digits';
import { findForms, form } from './form';

const NIF = form(String.raw`(?:\d{8}|\d{2}\.\d{3}\.\d{3})[ -]?[A-HJ-NP-TV-Z]`);

/**
 * Spanish NIF of persons (DNI): eight digits and a letter that is their remainder by 23 (Ministerio del Interior, "Cálculo del
 * dígito de control del NIF/NIE").
 */
export const esNif: EntityDetector<'es_nif'> = {
  type: 'es_nif',
  supportingWords: ['nif', 'dni', 'identidad', 'identificación', 'documento', 'fiscal', 'titular'],
  opposingWords: ['pedido', 'factura', 'referencia', 'order', 'invoice', 'serial', 'part', 'sku'],
  find: (view) =>
    findForms(view, NIF, ([printed]) => (isIdentityCard(compact(printed), 'ES') ? LIKELY : undefined)),
};
