// Reads [{rule, answers, today}] from standard input and writes the list of what each rule says.
import { readFileSync } from "node:fs";
const { evaluate } = await import(process.argv[2]);
const cases = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(cases.map(({ rule, answers, today }) => evaluate(rule, answers, today))));
