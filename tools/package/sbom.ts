import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { Part } from './parts.ts';

/** The name of the SBOM in every build. */
export const SBOM_FILE = 'sbom.cdx.json';

/**
 * What is shipped, as CycloneDX 1.6 JSON (https://cyclonedx.org/docs/1.6/json/). It has no serial number and no time, which the format
 * leaves to us: the same parts give the same bytes.
 */
export function sbomOf(version: string, parts: readonly Part[]): string {
  const extension = new Models.Component(Enums.ComponentType.Application, 'in-camera', {
    bomRef: `in-camera@${version}`,
    version,
    licenses: new Models.LicenseRepository([new Models.SpdxLicense('EUPL-1.2')]),
  });
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: extension }) });
  for (const part of parts.filter(({ within }) => within === null)) {
    const component = componentOf(part);
    for (const inner of parts.filter(({ within }) => within === part.name)) {
      const nested = componentOf(inner);
      component.components.add(nested);
      component.dependencies.add(nested.bomRef);
    }
    bom.components.add(component);
    extension.dependencies.add(component.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function componentOf({ name, version, licence, source, sha512, kind }: Part): Models.Component {
  const isPackage = kind === 'library' && version !== null;
  return new Models.Component(
    kind === 'library' ? Enums.ComponentType.Library : Enums.ComponentType.Data,
    name,
    {
      bomRef: version === null ? name : `${name}@${version}`,
      licenses: new Models.LicenseRepository([new Models.SpdxLicense(licence)]),
      hashes: new Models.HashDictionary(sha512 === null ? [] : [[Enums.HashAlgorithm['SHA-512'], sha512]]),
      externalReferences: new Models.ExternalReferenceRepository([
        new Models.ExternalReference(source, Enums.ExternalReferenceType.VCS),
      ]),
      ...(version === null ? {} : { version }),
      // https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md: a scope is a namespace, its "@" encoded.
      ...(isPackage ? { purl: `pkg:npm/${name.replace('@', '%40')}@${version}` } : {}),
    },
  );
}
