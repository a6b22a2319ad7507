/**
 * The number for an ambulance, by ISO 3166-1 country. A physician on another continent cannot dial it for her
 * patient, but must be able to read it out. Source: ITU-T E.161.1 list and the countries' own services, 2026-11.
 */
const ambulance: Record<string, string> = {
  AU: '000',
  CA: '911',
  CN: '120',
  DE: '112',
  FR: '15',
  GB: '999',
  HK: '999',
  ID: '118',
  IN: '112',
  JP: '119',
  KR: '119',
  MY: '999',
  NZ: '111',
  PH: '911',
  SG: '995',
  TH: '1669',
  TW: '119',
  US: '911',
  VN: '115',
};

/** The local emergency number; 112 reaches a service in most mobile networks where the country is not listed. */
export function emergencyNumber(country: string): string {
  return ambulance[country.toUpperCase()] ?? '112';
}

export const arrivalCountries = Object.keys(ambulance).sort();
