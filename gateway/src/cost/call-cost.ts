import { argumentValue, type Compilation, coordinateOf, type ScopedField } from './compilation.ts';
import type { Term } from './formula.ts';
import { givenValueOf, valueIn } from './given-values.ts';
import { inputCost, mayCost } from './input-costs.ts';

/** Beside what its field does, a write has locks, logs and events to pay for. Apollo Router counts the same for an operation. */
const mutationWeight = 10;

/**
 * What one call of a field costs: its weight and those of its arguments, whatever it answers. Arguments may have negative weights
 * and make it cheaper, but never worth less than nothing.
 */
export function callCost({ formula, directives: { weights }, schema }: Compilation, scoped: ScopedField): Term {
  const { type, field, node } = scoped;
  const coordinate = coordinateOf(scoped);
  const inputCosts = field.args.map((argument): Term => {
    const input = { coordinate: `${coordinate}(${argument.name}:)`, type: argument.type };
    if (!mayCost(weights, input)) return 0;
    const given = givenValueOf(argumentValue(node, argument.name), argument);
    if ('constant' in given) return inputCost(weights, input, given.constant);
    return formula.given((variables) => inputCost(weights, input, valueIn(given, variables)));
  });
  const base = type === schema.getMutationType() ? mutationWeight : 0;
  return formula.largest([formula.sum([base, weights.get(coordinate) ?? 0, ...inputCosts])]);
}
