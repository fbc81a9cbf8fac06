/** Core's algebra of scopes, of any provider's, so that an app installs one package. */
export * from '@linode-login/core/scopes'
