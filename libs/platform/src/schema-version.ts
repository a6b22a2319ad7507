/**
 * The newest migration that this code was written for; a process is not ready before it has run. `apps/migrate` holds
 * the list and a test there holds the two together: no app may import another.
 */
export const schemaVersion = 'ScansOfImportsKept1798003600000';
