// An OpenID provider that is not ours, configured as FranceConnect publishes itself: `oidc-provider`, certified by its
// author. It speaks ES256, signs userinfo, takes the closed list of parameters of FranceConnect's /authorize and nothing
// else, and lives on loopback. A second client, where a public key is given, has no secret and proves itself with it.
// Usage: node franceconnect.mjs PORT CLIENT_ID CLIENT_SECRET ORIGIN_OF_THE_SERVICE [PUBLIC_KEY_OF_THE_SECOND_CLIENT]
import { createServer } from "node:http";
import { generateKeyPairSync } from "node:crypto";
import Provider from "oidc-provider";

const [port, clientId, clientSecret, service, keyOfClient] = process.argv.slice(2);
const PREFIX = "/api/v2";
const issuer = `http://127.0.0.1:${port}${PREFIX}`;
const ALLOWED = new Set([
  "client_id", "acr_values", "claims", "response_type", "nonce", "state", "redirect_uri", "scope", "prompt",
  "idp_hint", "ui_locales",
]);
const NEEDED = ["client_id", "acr_values", "response_type", "nonce", "state", "redirect_uri", "scope"];
const PIVOT = {
  given_name: "Camille Zoé", given_name_array: ["Camille", "Zoé"], family_name: "MARTIN", birthdate: "1975-04-02",
  idp_birthdate: "1975-04-02", gender: "female", birthplace: "44109", birthcountry: "99100",
};
const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

const client = {
  grant_types: ["authorization_code"], response_types: ["code"],
  redirect_uris: [`${service}/connexion/franceconnect/retour/`],
  post_logout_redirect_uris: [`${service}/deconnexion/retour/`],
  id_token_signed_response_alg: "ES256", userinfo_signed_response_alg: "ES256",
};
const bySecret = { client_secret: clientSecret, token_endpoint_auth_method: "client_secret_post" };
const clients = [{ ...client, ...bySecret, client_id: clientId }];
if (keyOfClient) {
  clients.push({
    ...client, client_id: `${clientId}-by-key`, jwks: JSON.parse(keyOfClient),
    token_endpoint_auth_method: "private_key_jwt", token_endpoint_auth_signing_alg: "ES256",
  });
}

const provider = new Provider(issuer, {
  clients,
  clientAuthMethods: ["client_secret_post", "private_key_jwt"],
  jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "ES256", kid: "first" }] },
  acrValues: ["eidas1"],
  claims: {
    acr: null, openid: ["sub"], idp_birthdate: ["idp_birthdate"], preferred_username: ["preferred_username"],
    identite_pivot: ["given_name", "given_name_array", "family_name", "birthdate", "gender", "birthplace", "birthcountry"],
  },
  scopes: ["openid", "identite_pivot", "idp_birthdate", "preferred_username"],
  features: {
    devInteractions: { enabled: false },
    jwtUserinfo: { enabled: true },
    rpInitiatedLogout: { enabled: true },
  },
  pkce: { required: () => false },
  routes: { authorization: "/authorize", userinfo: "/userinfo" },
  ttl: { AuthorizationCode: 30, AccessToken: 60, IdToken: 60, Grant: 30, Interaction: 1800, Session: 1800 },
  interactions: { url: (_ctx, interaction) => `${PREFIX}/person/${interaction.uid}` },
  findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...PIVOT }) }),
  cookies: { keys: ["loopback"] },
});

/** As FranceConnect does: one parameter too many, or one missing, and the person stays on an error page. */
function faultOf(query) {
  for (const name of query.keys()) if (!ALLOWED.has(name)) return `Y030007: ${name}`;
  for (const name of NEEDED) if (!query.get(name)) return `Y030007: ${name} is missing`;
  if (query.get("nonce").length < 22) return "Y030007: nonce is too short";
  return query.get("acr_values") === "eidas1" ? null : "Y020032: acr_values";
}

/** The person says who they are: always the same one here, once the page has been answered. */
async function person(request, response) {
  const details = await provider.interactionDetails(request, response);
  if (new URL(request.url, issuer).searchParams.has("refuse")) {
    const refusal = { error: "access_denied", error_description: "User auth aborted" };
    return provider.interactionFinished(request, response, refusal, { mergeWithLastSubmission: false });
  }
  const grant = new provider.Grant({ accountId: "camille", clientId: details.params.client_id });
  grant.addOIDCScope(details.params.scope);
  const result = { login: { accountId: "camille", acr: "eidas1" }, consent: { grantId: await grant.save() } };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const callback = provider.callback();
const server = createServer((request, response) => {
  const url = new URL(request.url, issuer);
  const refuse = (status, text) => response.writeHead(status, { "content-type": "text/plain" }).end(text);
  if (url.pathname.startsWith(`${PREFIX}/person/`)) {
    person(request, response).catch((error) => refuse(500, String(error)));
    return;
  }
  const fault = url.pathname === `${PREFIX}/authorize` ? faultOf(url.searchParams) : null;
  if (fault) return refuse(400, fault);
  request.originalUrl = request.url;
  request.url = request.url.slice(PREFIX.length) || "/";
  callback(request, response);
});
server.listen(Number(port), "127.0.0.1", () => console.log("ready"));
