export * from '@linode-login/core/audit'
