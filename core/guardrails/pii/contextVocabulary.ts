/** What is said beside numbers that name things or count them, and so against their being personal data. */
export const THING_WORDS: readonly string[] = (
  'account acct amount article asin barcode batch bestellnummer build case catalog catalogue chapter checksum commit dimensions doi dollars ean epoch eur ' +
  'euro euros fedex figure gtin guid hash id ids imei invoice isbn issn item licence license lot model order orders padding page pages parcel part ' +
  'passport patent pi pid plate plz policy postal postcode price primary product quantity receipt rechnung ref reference release revenue rfc rma row ' +
  'score section sequence serial sha shipment size sizes sku ticket tickets timestamp timestamps total tracking ts uid unix upc ups usd usps uuid version ' +
  'vin width zip'
).split(' ');

/** What numbers count and measure. */
export const COUNTED_WORDS: readonly string[] = (
  'bytes characters clicks cm copies customers days downloads employees entries events files followers hits hours inhabitants kg kilometers kilometres km ' +
  'lines members messages meters metres miles milliseconds minutes mm ms nanoseconds operations people percent pixels pounds records requests residents ' +
  'rows samples seconds subscribers times tokens units users views visitors visits votes words years'
).split(' ');
