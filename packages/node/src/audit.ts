/** Core's audit, so that an app installs one package. */
export * from '@linode-login/core/audit'
