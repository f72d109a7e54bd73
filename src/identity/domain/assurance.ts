/** How a person showed who they are. */
export type SignInMethod = 'password' | 'code' | 'recoveryCode' | 'passkey' | 'oidc' | 'link' | 'demo';

/** What the operator asks of a sign-in at the provider; an empty list asks nothing. */
export interface WantedAssurance {
  /** Authentication context classes that count as strong. */
  acr: readonly string[];
  /** Authentication methods, one of which makes it strong. (RFC 8176) */
  amr: readonly string[];
}

/**
 * Whether the provider vouches for more than one factor: `acr` and `amr` as the operator set them, both where both are set. A provider of
 * which nothing is asked counts as one factor. (OpenID Connect Core 2; OWASP ASVS 5.0 6.8.4)
 */
export function isStrong(claims: Readonly<Record<string, unknown>>, { acr, amr }: WantedAssurance): boolean {
  if (acr.length === 0 && amr.length === 0) return false;
  const methods: unknown[] = Array.isArray(claims['amr']) ? claims['amr'] : [];
  const hasClass = acr.length === 0 || acr.some((wanted) => wanted === claims['acr']);
  return hasClass && (amr.length === 0 || amr.some((wanted) => methods.includes(wanted)));
}

/** Whether this is a JSON Web Token meant to say who somebody is: an access token (`at+jwt`, RFC 9068) or a logout token must not do. (RFC 8725 3.11) */
export function isIdTokenType(typ: unknown): boolean {
  return typ === undefined || (typeof typ === 'string' && /^(application\/)?jwt$/i.test(typ));
}

/** Whether a way in shows one factor only: the session may then do nothing but show or enrol a second one. A passkey is two: the thing, and the finger or PIN. */
export function isSingleFactor(method: SignInMethod, isStrongAtProvider: boolean): boolean {
  return method === 'password' || (method === 'oidc' && !isStrongAtProvider);
}

/** Whether showing this again lifts the restriction of a session that began with one factor. */
export function showsSecondFactor(method: SignInMethod): boolean {
  return method === 'passkey' || method === 'code';
}
