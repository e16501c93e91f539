import { demandsNothing, encoded, excluded } from '../known-sentence.ts'

/** The sentences of section 4, as fingerprints, in the order of the newest text that has them. */
export const delegationSentences = [
  excluded('9203c93ec9a0f1d9-fb4238c2611a6efa', ['1.0.0', '1.1.0'], demandsNothing.description),
  excluded('3b9ebfa2df2b5f66-fa413e77cca9b991', ['1.0.0', '1.1.0'], demandsNothing.description),
  encoded('538f5e4f1993b558-fb2898208ea22e3e', ['1.0.0', '1.1.0'], 'DELEGATE-007'),
  encoded('638921f06d9f157b-dba2d145db885a0b', ['1.0.0', '1.1.0'], 'DELEGATE-001', 'IPAM-003'),
  encoded('2eef6b0385b42817-cb27f824998adb1b', ['1.0.0', '1.1.0'], 'IPAM-004'),
  encoded('60e9e46c07cd1f6c-ee2bb0719e094eb3', ['1.0.0', '1.1.0'], 'DELEGATE-002'),
  encoded('3b1405ccea53d1bb-fd86809c6eee0f5b', ['1.0.0', '1.1.0'], 'DELEGATE-003', 'DELEGATE-008', 'DELEGATE-009'),
  encoded('84650a563b789d12-7e586622832ceb28', ['1.0.0', '1.1.0'], 'DELEGATE-008'),
  encoded('d60dd5f8efff4051-6eca977c1eab6639', ['1.0.0', '1.1.0'], 'DELEGATE-002', 'DELEGATE-003'),
  encoded('3ca20ae548827548-ac063496321c6e53', ['1.0.0', '1.1.0'], 'DELEGATE-009'),
  encoded('baefe2f9fff52216-1546849eafef4e8b', ['1.1.0-tag', '1.1.0'], 'DELEGATE-004', 'CHECK-008', 'GC-007'),
  encoded('466708322c2cba58-bd87d63538c92e5b', ['1.0.0', '1.1.0'], 'DELEGATE-005', 'CHECK-010'),
  encoded('b4a1b24f2869d5d5-15d691b7989e7e4b', ['1.0.0', '1.1.0'], 'DELEGATE-006', 'DELEGATE-011'),
  encoded('80da7ee012d92ea3-114f849ea9ae4e8a', ['1.0.0', '1.0.0'], 'DELEGATE-004', 'CHECK-008'),
]
