/** Core's operations, so that an app installs one package. */
export * from '@linode-login/core/operations'
