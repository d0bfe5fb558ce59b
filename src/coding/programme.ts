/** Titles of documents that only list what is to come, in the present tense: "Public Schedule – July 23", "The Week Ahead". */
const PROGRAMME = /\b(public|daily|weekly|official) (schedule|guidance|programme|program)\b|\bweek ahead\b/i;

/** Whether a document is a programme of coming events: "the minister meets the envoy" tells there what will be. */
export function isProgramme(title: string | undefined): boolean {
  return title !== undefined && PROGRAMME.test(title);
}
