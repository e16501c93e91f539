import type { SchemaKind } from '../schema-kinds.ts'
import type { SpecVersion } from '../versions.ts'
import type { NetworkConfig, NetworkConfigList } from './configuration.ts'
import type { AddRequest, CheckRequest, DelRequest, GcRequest, StatusRequest, VersionRequest } from './request.ts'
import type { AddResult, CniError, IpamResult, VersionResult } from './result.ts'

/** The type of each kind of document that has a schema. */
type Documents<Version extends SpecVersion> = {
  readonly 'network-config': NetworkConfig<Version>
  readonly 'network-config-list': NetworkConfigList<Version>
  readonly 'add-request': AddRequest<Version>
  readonly 'del-request': DelRequest<Version>
  readonly 'check-request': CheckRequest<Version>
  readonly 'status-request': StatusRequest<Version>
  readonly 'version-request': VersionRequest<Version>
  readonly 'gc-request': GcRequest<Version>
  readonly 'add-result': AddResult<Version>
  readonly 'ipam-result': IpamResult<Version>
  readonly 'version-result': VersionResult<Version>
  readonly error: CniError
}

/** The type of a document of a kind in a version; `never` if the version does not know the kind. */
export type DocumentOf<Kind extends SchemaKind, Version extends SpecVersion> = Documents<Version>[Kind]
