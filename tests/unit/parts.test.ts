import { withPartsOf } from "../../provider/operations/parts";

test("a part that the response lacks is taken as declared; one that it has is not", () => {
  const declared = { storageType: "aws-s3", storagePath: "s3://old" };
  expect(withPartsOf(declared, { storagePath: "s3://new" }, ["storageType"])).toEqual({
    storageType: "aws-s3",
    storagePath: "s3://new",
  });
  expect(withPartsOf(declared, { storageType: "ftp" }, ["storageType"])).toEqual({ storageType: "ftp" });
  expect(withPartsOf({}, { storagePath: "s3://new" }, ["storageType"])).toEqual({ storagePath: "s3://new" });
});

test("parts of list items and of inner objects are found by their path, item by item", () => {
  const declared = [{ regions: [{ networking: { securityGroupId: "sg-1" } }] }];
  const path = ["*.regions.*.networking.securityGroupId"];
  expect(withPartsOf(declared, [{ regions: [{ region: "us-east-1" }] }], path)).toEqual([
    { regions: [{ region: "us-east-1", networking: { securityGroupId: "sg-1" } }] },
  ]);
  expect(withPartsOf(declared, [{ regions: [] }, { regions: [] }], path)).toEqual([
    { regions: [] },
    { regions: [] },
  ]);
});

test("a value that is not in the response at all stays unknown", () => {
  expect(withPartsOf({ storageType: "ftp" }, undefined, ["storageType"])).toBeUndefined();
  expect(withPartsOf(undefined, { active: false }, ["storageType"])).toEqual({ active: false });
});
