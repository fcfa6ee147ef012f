/* The words of the scripts. What comes before this are two constants made by `playbook/wording/scripts.py`: `WORDS`, the
messages in the language of the house, and `LANGUAGE`. A message without an entry is said as it is written. */

/** The pieces of a text, with what is given for the places that it names; a place that nothing is given for stays. */
export function withNodes(text, given) {
  return text.split(/%\((\w+)\)s/).map((part, at) => (at % 2 ? given[part] ?? `%(${part})s` : part.replaceAll("%%", "%")));
}

/** The message in the language of the house, with the values in the places that name them: `%(count)s`. */
export function gettext(message, values = {}) {
  return withNodes(WORDS[message] ?? message, values).join("");
}

/** The form of the message that a number needs; `%(count)s` is the number. */
export function ngettext(one, many, count, values) {
  const said = WORDS[one]?.[new Intl.PluralRules(LANGUAGE).select(count)];
  return withNodes(said ?? (count === 1 ? one : many), { count, ...values }).join("");
}
