// Rules on the device: the compiled tree of app/kit/rules, two-valued, a missing value makes every comparison false.
// tests/kit/rules/vectors.json holds it together with Python and SQL.

const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const SHIFT = /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;
const DIGITS = 15;

const own = (object, name) => object !== null && typeof object === "object" && Object.hasOwn(object, name);
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** Whether the rule holds for these answers, on this day ("2026-11-24", in the town's zone). */
export function evaluate(rule, answers, today) {
  if (rule.all) return rule.all.every((part) => evaluate(part, answers, today));
  if (rule.any) return rule.any.some((part) => evaluate(part, answers, today));
  if (rule.not) return !evaluate(rule.not, answers, today);
  if (rule.some) {
    const rows = lookUp(answers, rule.some);
    return Array.isArray(rows) && rows.some((row) => isObject(row) && evaluate(rule.where, row, today));
  }
  return holds(rule, lookUp(answers, rule.field), today);
}

/** The value behind a dotted name, flat or nested; undefined if there is none. */
export function lookUp(answers, name) {
  if (own(answers, name)) return answers[name];
  return name.split(".").reduce((value, part) => (isObject(value) && own(value, part) ? value[part] : undefined), answers);
}

export function isMissing(value) {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function holds(rule, found, today) {
  if (rule.op === "present") return !isMissing(found);
  if (rule.kind === "many") {
    return Array.isArray(found) && found.some((one) => typeof one === "string" && one.normalize("NFC") === rule.value);
  }
  const left = typed(found, rule.kind);
  if (left === undefined) return false;
  if (rule.op === "in") return rule.value.some((value) => left === wanted(value, rule.kind, today));
  const right = wanted(rule.value, rule.kind, today);
  switch (rule.op) {
    case "eq": return left === right;
    case "ne": return left !== right;
    case "contains": return left.includes(right);
    case "lt": return left < right;
    case "lte": return left <= right;
    case "gt": return left > right;
    case "gte": return left >= right;
    default: throw new Error(`unknown op ${rule.op}`);
  }
}

function typed(found, kind) {
  if (kind === "flag") return typeof found === "boolean" ? found : undefined;
  if (typeof found !== "string" || found === "") return undefined;
  if (kind === "number") {
    return NUMBER.test(found) && found.replace(/[^0-9]/g, "").length <= DIGITS ? Number(found) : undefined;
  }
  if (kind === "date") return DATE.test(found) ? found : undefined;
  return found.normalize("NFC");
}

function wanted(value, kind, today) {
  if (kind === "number") return Number(value);
  return isObject(value) ? shiftDay(today, value.today) : value;
}

/** A civil day moved by years, months, weeks and days; a month too short gives its last day. */
export function shiftDay(today, shift) {
  const [, sign, ...lengths] = SHIFT.exec(shift);
  const [years, months, weeks, days] = lengths.map((length) => Number(length ?? 0) * (sign === "-" ? -1 : 1));
  const [year, month, day] = today.split("-").map(Number);
  const months0 = (year + years) * 12 + month - 1 + months;
  const last = civil(Math.floor(months0 / 12), (months0 % 12 + 12) % 12 + 1, 0).getUTCDate();
  const moved = civil(Math.floor(months0 / 12), (months0 % 12 + 12) % 12, Math.min(day, last) + weeks * 7 + days);
  return moved.toISOString().slice(0, 10);
}

function civil(year, month0, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month0, day); // Date.UTC would read the years 0 to 99 as 1900 to 1999
  return date;
}
