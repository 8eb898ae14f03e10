function words(label: string): readonly string[] {
  return label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `Open house` gives `OpenHouse`. */
export function objectNameOf(label: string): string {
  return capital(words(label).map(capital).join("").replace(/^\d+/, ""));
}

/** `Asking price` gives `askingPrice`. */
export function fieldNameOf(label: string): string {
  const name = objectNameOf(label);
  const isAcronym = /^[A-Z0-9]+$/.test(name);
  return isAcronym ? name.toLowerCase() : name.charAt(0).toLowerCase() + name.slice(1);
}

/** A first guess of the English plural. */
export function pluralOf(label: string): string {
  if (label === "") return "";
  if (/[^aeiou]y$/i.test(label)) return `${label.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/i.test(label) ? `${label}es` : `${label}s`;
}
