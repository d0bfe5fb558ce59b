/** The English nouns that count what follows with "of" and say nothing else of it, as lemmas. */
export const COUNTING_NOUNS: ReadonlySet<string> = new Set(
  "dozen score ten third quarter fraction hundred thousand million number group majority handful part pair series % percent percentage share portion lot quantity amount ton tonne batch shipment consignment load truckload planeload tranche worth wave barrage volley team contingent convoy round spate string slew flurry succession couple".split(
    " ",
  ),
);
