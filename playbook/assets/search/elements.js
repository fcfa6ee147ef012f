/* Creates elements; text is inserted as text and never as markup. */

/** Says in an element that search could not be loaded. */
export function sayItFailed(element) {
  element.textContent = document.querySelector("[data-pb-search]")?.dataset.failed ?? "";
  element.hidden = false;
}

/** An element with attributes and children; strings become text nodes, null and false are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(attribute, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== null && child !== false && child !== ""));
  return made;
}
