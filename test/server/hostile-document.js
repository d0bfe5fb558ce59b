/** Text that would do harm wherever it is taken for markup, style, script or direction. */
export const HOSTILE_WORDS =
  "<script>window.harmed=1</script><img src=x onerror=window.harmed=1><svg onload=window.harmed=1></svg>" +
  '</style><style>body{display:none}</style>" onmouseover="window.harmed=1\u202Edrawkcab\u2066 {{1+1}}';

/** A document that is hostile in every field, and is coded all the same. */
export const HOSTILE_DOCUMENT = {
  id: `../../etc/passwd?x=<script>window.harmed=1</script>&"'#\u202E`,
  date: "2022-03-04",
  title: HOSTILE_WORDS,
  publisher: `${HOSTILE_WORDS} Gazette`,
  url: "javascript:window.harmed=1",
  text: `France condemned Mali on Thursday. ${HOSTILE_WORDS}\n\nThe spokesman of the "<b onclick=window.harmed=1>Front</b>" said that Mali attacked France. <iframe srcdoc="<script>parent.harmed=1</script>"></iframe>\u202E`,
};
