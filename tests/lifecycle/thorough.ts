/** Number of random cases of a test: few, with a new seed in each run; many, in `npm run thorough`. */
export const randomCases = ({ some, all }: { some: number; all: number }): number =>
  process.env.THOROUGH ? all : some;
