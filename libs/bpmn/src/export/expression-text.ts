import type { Condition, ValueExpression } from '@reglament/contracts';

/** A condition as FEEL, for people and tools that read the file; the definition itself is kept beside it. */
export function conditionText(condition: Condition): string {
  if ('feel' in condition) return condition.feel;
  if ('all' in condition) return condition.all.map(bracketed).join(' and ');
  if ('any' in condition) return condition.any.map(bracketed).join(' or ');
  if ('not' in condition) return `not(${conditionText(condition.not)})`;
  const { variable, operator, value } = condition;
  const literal = feelLiteral(value);
  switch (operator) {
    case 'equals': return `${variable} = ${literal}`;
    case 'notEquals': return `${variable} != ${literal}`;
    case 'greater': return `${variable} > ${literal}`;
    case 'greaterOrEqual': return `${variable} >= ${literal}`;
    case 'less': return `${variable} < ${literal}`;
    case 'lessOrEqual': return `${variable} <= ${literal}`;
    case 'in': return `list contains(${literal}, ${variable})`;
    case 'notIn': return `not(list contains(${literal}, ${variable}))`;
    case 'contains': return typeof value === 'string' ? `contains(${variable}, ${literal})` : `list contains(${variable}, ${literal})`;
    case 'isEmpty': return `${variable} = null`;
    case 'isNotEmpty': return `${variable} != null`;
  }
}

function bracketed(condition: Condition): string {
  return 'all' in condition || 'any' in condition ? `(${conditionText(condition)})` : conditionText(condition);
}

export function valueText(value: ValueExpression): string {
  if ('feel' in value) return value.feel;
  return 'variable' in value ? value.variable : feelLiteral(value.value);
}

function feelLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(feelLiteral).join(', ')}]`;
  if (typeof value === 'object') return `{${Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${feelLiteral(inner)}`).join(', ')}}`;
  return JSON.stringify(value);
}
