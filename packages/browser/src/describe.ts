/** Core's words for scopes, so that an app installs one package. */
export * from '@linode-login/core/describe'
