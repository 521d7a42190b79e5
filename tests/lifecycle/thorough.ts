/** How many random cases a test tries: some, with another seed in each run of the tests; all, in `npm run thorough`. */
export const randomCases = ({ some, all }: { some: number; all: number }): number =>
  process.env.THOROUGH ? all : some;
