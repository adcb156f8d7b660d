import { type ArgumentNode, type DirectiveNode, Kind, type SelectionNode } from 'graphql';
import type { Formula, Term } from './formula.ts';

const conditionOf = ({ arguments: given = [] }: DirectiveNode): ArgumentNode['value'] | undefined =>
  given.find(({ name }) => name.value === 'if')?.value;

/** 1 where the condition is what lets the selection stand, else 0. A condition that cannot be read lets it stand: it costs. */
function termOf(formula: Formula, condition: ArgumentNode['value'] | undefined, standsWhen: boolean): Term {
  if (condition?.kind === Kind.BOOLEAN) return condition.value === standsWhen ? 1 : 0;
  if (condition?.kind !== Kind.VARIABLE) return 1;
  const { value: name } = condition.name;
  return formula.given((variables) => (variables[name] === !standsWhen ? 0 : 1));
}

/** 1 when `@skip` and `@include` leave the selection in, 0 when one of them takes it out. */
export const presence = (formula: Formula, { directives = [] }: SelectionNode): Term =>
  directives.reduce<Term>((product, directive) => {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') return product;
    return formula.product(product, termOf(formula, conditionOf(directive), name === 'include'));
  }, 1);
