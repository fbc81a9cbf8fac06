export * from '@linode-login/core/operations'
