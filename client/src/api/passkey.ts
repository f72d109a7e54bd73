import type { AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/browser';
import { Refusal } from './refusal';

/** What the server sends for the browser's credential calls. */
export interface PasskeyOptions { options: object }

/** Whether passkeys can be used here, or why not: an address instead of a name, or a browser without them. */
export function passkeysHere(): 'yes' | 'address' | 'unsupported' {
  const { hostname } = window.location;
  if (/^[\d.]+$|^\[/.test(hostname) || !window.isSecureContext) return 'address';
  return typeof window.PublicKeyCredential === 'function' ? 'yes' : 'unsupported';
}

/** The library comes with the first use. */
export async function createPasskey(options: object): Promise<RegistrationResponseJSON> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  return startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON }).catch(stopped);
}

export async function answerPasskey(options: object): Promise<AuthenticationResponseJSON> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }).catch(stopped);
}

/** Browsers do not say whether the person said no, waited too long or had no key: it was stopped. A known key they do say. */
function stopped(error: unknown): never {
  const isKnown = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
  throw new Refusal(isKnown ? 'passkeyKnown' : 'passkeyStopped', {}, 0);
}
