/* The words of the scripts. What comes before this are two constants made by `playbook/wording/scripts.py`: `WORDS`, the
messages in the language of the house, and `LANGUAGE`. A message without an entry is said as it is written. */

const FORM_OF = new Intl.PluralRules(LANGUAGE);

const filled = (message, values) => message.replace(/%\((\w+)\)s/g, (place, name) => values[name] ?? place);

/** The message in the language of the house, with the values in the places that name them: `%(count)s`. */
export function gettext(message, values = {}) {
  return filled(WORDS[message] ?? message, values);
}

/** The form of the message that a number needs; `%(count)s` is the number. */
export function ngettext(one, many, count, values = {}) {
  const form = FORM_OF.select(count);
  const words = WORDS[one]?.[form] ?? (form === "one" ? one : many);
  return filled(words, { count, ...values });
}
