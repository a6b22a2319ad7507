/** The parts of a record that a patient can give or keep. Each resource and section belongs to one. */
export const recordCategories = ['illness', 'medicines', 'results', 'life', 'images', 'documents', 'notes'] as const;
export type RecordCategory = (typeof recordCategories)[number];

/** Of v3-ActReason. A reader of this house asks for treatment, or in an emergency; what was given for research opens neither. */
export const sharePurposes = ['TREAT', 'ETREAT', 'HRESCH'] as const;
export type SharePurpose = (typeof sharePurposes)[number];

/** `treating`: everybody who treats the patient or arranges that; `role`: those of them who are this. */
export const granteeKinds = ['person', 'institution', 'role', 'treating'] as const;
export type GranteeKind = (typeof granteeKinds)[number];
export const granteeRoles = ['physician', 'coordinator', 'administrator', 'interpreter'] as const;
export type GranteeRole = (typeof granteeRoles)[number];
