// A system's requests with a token of its own: SMART Backend Services (private_key_jwt), through a standard OAuth library.
import { readFileSync } from 'node:fs';
import * as oauth from 'openid-client';

// What the contract takes for assertions: RS384 by an RSA key, ES384 by one on the curve P-384.
const SIGNING = {
  RSA: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  EC: { name: 'ECDSA', namedCurve: 'P-384' },
};
const SAMPLE = new URL('../local/data/credentials.json', import.meta.url);

// Base URL, client id and private key (JWK): from the environment, or from the sample credentials of ./deploy/local/run.
function credentials(scope) {
  const { HERSYS_BASE_URL, HERSYS_CLIENT_ID, HERSYS_PRIVATE_JWK, HERSYS_CREDENTIALS = SAMPLE } = process.env;
  if (HERSYS_CLIENT_ID) {
    return { baseUrl: HERSYS_BASE_URL, clientId: HERSYS_CLIENT_ID, jwk: JSON.parse(readFileSync(HERSYS_PRIVATE_JWK, 'utf8')) };
  }
  const sample = JSON.parse(readFileSync(HERSYS_CREDENTIALS, 'utf8'));
  const client = sample.clients.find((one) => one.scopes.includes(scope));
  return { baseUrl: sample.baseUrl, clientId: client.clientId, jwk: client.privateJwk };
}

// Like fetch, of a path; a token is good for five minutes and is fetched anew a little before.
export async function connect(scope) {
  const { baseUrl, clientId, jwk } = credentials(scope);
  const key = await crypto.subtle.importKey('jwk', jwk, SIGNING[jwk.kty], false, ['sign']);
  const local = new URL(baseUrl).hostname === 'localhost' ? [oauth.allowInsecureRequests] : [];
  const config = await oauth.discovery(new URL(baseUrl), clientId, undefined, oauth.PrivateKeyJwt({ key, kid: jwk.kid }), {
    algorithm: 'oauth2',
    execute: local,
  });
  let token = { goodUntil: 0 };
  return async (path, { headers, ...options } = {}) => {
    if (Date.now() > token.goodUntil) {
      const granted = await oauth.clientCredentialsGrant(config, { scope });
      token = { value: granted.access_token, goodUntil: Date.now() + (granted.expires_in - 30) * 1000 };
    }
    return fetch(new URL(path, baseUrl), { ...options, headers: { ...headers, Authorization: `Bearer ${token.value}` } });
  };
}
