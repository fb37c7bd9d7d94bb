/** What is said beside numbers that name things or count them, and so against their being personal data. */
export const THING_WORDS: readonly string[] = (
  'account acct amount article asin barcode batch bestellnummer build bytes case catalog catalogue chapter checksum cm commit dimensions dollars doi ean epoch euro ' +
  'euros eur fedex figure guid hash id ids imei invoice isbn issn item kg km licence license lot meters metres miles milliseconds mm model ms nanoseconds order ' +
  'orders padding page pages parcel part passport patent pi pid pixels policy pounds price primary product quantity receipt rechnung ref reference release ' +
  'revenue rfc rma row score seconds section sequence serial sha shipment size sizes sku ticket tickets timestamp timestamps total tracking ts uid unix upc ' +
  'ups usd usps uuid version vin width zip'
).split(' ');

/** What numbers count, standing directly after them. */
export const COUNTED_WORDS: readonly string[] = (
  'characters clicks copies customers days downloads employees entries events files followers hits hours inhabitants kilometers kilometres lines members messages minutes ' +
  'operations people percent records requests residents rows samples subscribers times tokens units users views visitors visits votes words years'
).split(' ');
