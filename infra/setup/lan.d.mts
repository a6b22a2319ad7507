import type { NetworkInterfaceInfo } from 'node:os';

export function lanAddresses(interfaces?: NodeJS.Dict<NetworkInterfaceInfo[]>): string[];
export function newCode(): string;
export function stillGood(pem: string, addresses: string[], now?: number): boolean;
export function ensureCertificate(addresses: string[]): Promise<{ cert: string; key: string; isNew: boolean }>;
export function qrCode(text: string): string;
