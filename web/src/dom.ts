// Elements are made here and nowhere else. Children are text or elements, so that no string becomes markup.

export type Child = Node | string | number | null | undefined | false;
type Value = string | number | boolean | null | undefined | ((event: never) => void);

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return dress(document.createElement(tag), attributes, children);
}

export function svg(tag: string, attributes: Record<string, Value> = {}, ...children: Child[]): SVGElement {
  return dress(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function dress<E extends Element>(element: E, attributes: Record<string, Value>, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") {
      element.addEventListener(name, value as EventListener);
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  append(element, children);
  return element;
}

export function append(parent: Element, children: Child[]): void {
  parent.append(...children.filter((child) => child !== null && child !== undefined && child !== false).map((child) =>
    typeof child === "number" ? String(child) : child));
}

export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

/** A coloured dot; the colour is set through the object model, which the page's policy allows. */
export function swatch(color: string): HTMLElement {
  const dot = el("span", { class: "swatch", "aria-hidden": "true" });
  dot.style.backgroundColor = color;
  return dot;
}

/** A link out of the explorer, only where the address is one of the web: articles may hold any string. */
export function outward(address: string, text: string): Child {
  if (!/^https?:\/\//i.test(address)) return text;
  return el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text);
}
