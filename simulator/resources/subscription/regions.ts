/** A cloud provider's region, as in `GET /regions`. */
export interface Region {
  id: number;
  name: string;
  provider: "AWS" | "GCP";
}

const AWS_REGIONS: Record<string, number> = {
  "us-east-1": 1,
  "us-west-1": 2,
  "us-west-2": 3,
  "eu-west-1": 4,
  "eu-central-1": 29,
  "sa-east-1": 7,
  "ca-central-1": 63,
  "eu-north-1": 62,
  "eu-west-3": 61,
  "eu-west-2": 60,
  "us-east-2": 59,
  "ap-east-1": 64,
  "ap-southeast-5": 146,
  "ap-south-1": 30,
  "ap-northeast-3": 117,
  "ap-northeast-2": 116,
  "ap-southeast-7": 145,
  "ap-northeast-1": 6,
  "ap-southeast-1": 5,
  "ap-southeast-2": 15,
  "il-central-1": 132,
  "mx-central-1": 144,
};

const GCP_REGIONS: Record<string, number> = {
  "asia-east1": 32,
  "asia-east2": 67,
  "asia-northeast1": 33,
  "asia-northeast2": 104,
  "asia-south1": 69,
  "asia-southeast1": 34,
  "australia-southeast1": 71,
  "europe-north1": 72,
  "europe-west1": 35,
  "europe-west2": 74,
  "asia-southeast2": 128,
  "europe-west3": 75,
  "europe-west4": 36,
  "europe-west10": 133,
  "europe-southwest1": 130,
  "europe-west8": 134,
  "europe-west6": 113,
  "me-west1": 129,
  "europe-west9": 135,
  "northamerica-northeast1": 77,
  "europe-west12": 136,
  "europe-central2": 137,
  "northamerica-northeast2": 131,
  "me-central2": 138,
  "me-central1": 139,
  "us-east5": 140,
  "us-south1": 141,
  "us-central1": 27,
  "us-east1": 38,
  "us-east4": 39,
  "us-west1": 40,
  "us-west2": 82,
  "southamerica-west1": 142,
  "southamerica-east1": 95,
  "africa-south1": 143,
};

export const REGIONS: Region[] = [
  ...Object.entries(AWS_REGIONS).map(([name, id]) => ({ id, name, provider: "AWS" as const })),
  ...Object.entries(GCP_REGIONS).map(([name, id]) => ({ id, name, provider: "GCP" as const })),
];
