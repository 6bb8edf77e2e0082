/** The provision that asks for a part, by the part's id in the table of required fields. */
export const law = (id: string): string => TEMP[id] ?? '';
const TEMP: Record<string, string> = {
  decision: '8 CCR 9792.10.6(d)',
  'disputed-treatment': '8 CCR 9792.10.6(d)',
  'medical-condition': '8 CCR 9792.10.6(d)',
  evidence: '8 CCR 9792.10.6(d)',
  'clinical-reasons': '8 CCR 9792.10.6(d)',
  'reviewer-qualifications': 'Lab. Code 4610.6(f)',
  'reviewer-licence': 'Lab. Code 139.5(d)',
};
